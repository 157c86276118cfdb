using System.Text.Json;

namespace Hedensted.GraphQL.Schema.Contract;

/// <summary>A breaking change that somebody has thought about: what, and why it is worth it.</summary>
/// <param name="Coordinate">The schema coordinate in the released schema, e.g. <c>Event.room</c> or <c>Query.event(slug:)</c>.</param>
/// <param name="Change">What happens to it, a name of <see cref="Engine.Types.Comparison.SchemaChangeKind"/>.</param>
/// <param name="Reason">Why, and what clients use instead.</param>
public sealed record DeclaredChange(string Coordinate, string Change, string Reason)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a file of declarations: a JSON list of objects with <c>coordinate</c>, <c>change</c> and <c>reason</c>.</summary>
    /// <exception cref="FormatException">The text is not such a list, or a reason is empty; the message says which.</exception>
    public static IReadOnlyList<DeclaredChange> ReadList(string json)
    {
        DeclaredChange[] list;
        try
        {
            list = JsonSerializer.Deserialize<DeclaredChange[]>(json, Format) ?? [];
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The declarations are a JSON list of objects with coordinate, change and reason: {exception.Message}", exception);
        }

        return list.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Reason)) is { } silent
            ? throw new FormatException($"The declaration of {silent.Coordinate} has no reason; say why, and what clients use instead.")
            : list;
    }
}
