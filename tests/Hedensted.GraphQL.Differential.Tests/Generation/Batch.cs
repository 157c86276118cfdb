using System.Text.Json;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>One request to compare. The schema is the batch's.</summary>
internal sealed record Case(string Document, string? Variables = null, string? OperationName = null, bool IsIntrospection = false);

/// <summary>A schema and requests to it: what is sent to the reference in one line.</summary>
internal sealed record Batch(string Schema, IReadOnlyList<Case> Cases)
{
    public string ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("cases");
            foreach (var one in Cases)
            {
                json.WriteStartObject();
                json.WriteString("d", one.Document);
                json.WritePropertyName("v");
                json.WriteRawValue(one.Variables ?? "null");
                json.WriteString("o", one.OperationName);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Batch FromLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new Batch(
            json.RootElement.GetProperty("schema").GetString()!,
            [.. json.RootElement.GetProperty("cases").EnumerateArray().Select(one => new Case(
                one.GetProperty("d").GetString()!,
                one.GetProperty("v") is { ValueKind: JsonValueKind.Object } variables ? variables.GetRawText() : null,
                one.GetProperty("o").GetString(),
                one.GetProperty("d").GetString()!.StartsWith("{ __schema { description queryType { name } mutationType", StringComparison.Ordinal)))]);
    }
}
