using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A picture in one of its widths.</summary>
internal static class ImageVariantType
{
    public static ObjectType Create() => new ObjectType<ImageVariant>("ImageVariant")
        .Field("width", Scalars.Int.NonNull(), variant => variant.Width)
        .Field("url", Scalars.String.NonNull(), variant => variant.Url);
}
