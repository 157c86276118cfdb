using System.Text.Json;
using Hedensted.Content.Model;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;

namespace Hedensted.Content.Published;

/// <summary>The last part of a document's address, made from its name as Umbraco makes it.</summary>
internal static class UrlSegments
{
    private const string NameProperty = "umbracoUrlName";

    private static readonly DefaultShortStringHelper Strings = new(new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings()));

    /// <summary>Culture ("" for invariant) → segment, before it is made unique among siblings.</summary>
    public static Dictionary<string, string> Of(ContentSchema schema, ContentType type, NodeContent content)
    {
        var property = schema.FindProperty(type, NameProperty);
        return content.Names.ToDictionary(
            name => name.Culture ?? "",
            name => property is not null && Own(content, name.Culture) is { Length: > 0 } own ? own : Clean(name.Name));
    }

    /// <summary>A text as a segment: <c>Åben læsekreds</c> is <c>aaben-laesekreds</c>; never empty.</summary>
    public static string Clean(string text) => Strings.CleanStringForUrlSegment(text) is { Length: > 0 } segment ? segment.ToLowerInvariant() : "-";

    private static string Own(NodeContent content, string? culture)
    {
        var value = content.ValueOf(NameProperty, culture) ?? content.ValueOf(NameProperty);
        return value is { ValueKind: JsonValueKind.String } text && text.GetString()!.Trim() is { Length: > 0 } own ? Clean(own) : "";
    }
}
