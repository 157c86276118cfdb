using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Sources;

/// <summary>How links are written into their columns.</summary>
internal static class SourceJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(IReadOnlyDictionary<string, T> values) => JsonSerializer.Serialize(values, Options);

    public static SourceLink Read(SourceLinkRow row) => new(
        row.System,
        row.Id,
        row.NodeKey,
        row.Name,
        Read<JsonElement>(row.Owned),
        Read<Guid[]>(row.Added).ToImmutableSortedDictionary(entry => entry.Key, entry => ImmutableArray.Create(entry.Value), StringComparer.OrdinalIgnoreCase),
        row.Awaits,
        row.Released);

    private static ImmutableSortedDictionary<string, T> Read<T>(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, T>>(json, Options)!.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);
}
