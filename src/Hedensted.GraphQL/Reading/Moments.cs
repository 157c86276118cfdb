using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>Moments that editors typed as wall time in Denmark.</summary>
internal static class Moments
{
    public static DateTimeOffset? Read(JsonElement? value) => WallTime.Read(value) is { } local ? WallTime.ToInstant(local) : null;

    public static DateTimeOffset? Moment(this PublishedDocument document, string alias) => Read(document.ValueOf(alias));
}
