using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What a resized picture is kept in; its values are the extensions in addresses.</summary>
internal static class ImageFormatType
{
    public static EnumType Create() => new EnumType<string>("ImageFormat", "What a resized picture is kept in.")
        .Value("WEBP", "webp", "What is sent when nothing is said; every browser reads it.")
        .Value("AVIF", "avif", "Smaller, slower to make at its first use.")
        .Value("JPEG", "jpg", "For programs that read nothing newer.")
        .Value("PNG", "png", "Without loss.");
}
