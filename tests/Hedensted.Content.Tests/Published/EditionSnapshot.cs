using System.Globalization;
using System.Text;
using Hedensted.Content.Published;
using Hedensted.Content.Storage.Json;

namespace Hedensted.Content.Tests.Published;

/// <summary>Writes down everything that an edition tells, so that two can be compared.</summary>
internal static class EditionSnapshot
{
    public static string Of(Edition edition)
    {
        var text = new StringBuilder();
        foreach (var document in edition.Documents.OrderBy(document => document.Key))
        {
            var segments = string.Join(',', document.UrlSegments.OrderBy(segment => segment.Key, StringComparer.Ordinal).Select(segment => $"{segment.Key}={segment.Value}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"{document.Key} {document.ContentType.Alias} {document.ParentKey} {document.Level} {document.SortOrder} {document.PublishDate:O} {document.ChildLeftAt:O} {segments}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ContentJson.Write(document.Content)}");
            foreach (var culture in new[] { null, "da", "en" })
            {
                var path = edition.PathOf(document, culture);
                text.AppendLine(CultureInfo.InvariantCulture, $"  {culture} {path} -> {edition.FindByPath(path)?.Key}");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"  > {string.Join(' ', edition.ChildrenOf(document.Key).Select(child => child.Key))}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"/ {string.Join(' ', edition.ChildrenOf(null).Select(root => root.Key))}");
        foreach (var type in edition.Schema.ContentTypes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{type.Alias}: {string.Join(' ', edition.OfType(type.Alias).Select(document => document.Key).Order())}");
        }

        foreach (var media in edition.Media.OrderBy(media => media.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{media.Key} {media.ParentKey} {media.Name} {media.Url} {ContentJson.Write(media.Content)}");
        }

        return text.ToString();
    }
}
