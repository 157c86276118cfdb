using System.Text;
using System.Text.Json;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>Questions that together ask for every field of the public schema that can be asked for without arguments, made from the schema itself.</summary>
internal sealed class EveryField
{
    private const int Depth = 4;

    private const string Introspection = """
        { __schema { types { kind name possibleTypes { name }
          fields { name args { name type { kind } defaultValue } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    private readonly Dictionary<string, JsonElement> _types;

    private EveryField(JsonElement data) =>
        _types = data.At("__schema", "types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!, type => type.Clone());

    /// <summary>The questions, each for one field of one root and what is below it.</summary>
    /// <param name="library">Whose schema.</param>
    /// <param name="roots">Roots that need arguments, written with them: <c>event(slug: "x")</c>; by name of the field.</param>
    public static IReadOnlyList<string> Of(Library library, IReadOnlyDictionary<string, string[]> roots)
    {
        var schema = new EveryField(library.Ask(Introspection));
        var questions = new List<string>();
        foreach (var root in schema.Fields("Query"))
        {
            var name = root.GetProperty("name").GetString()!;
            foreach (var written in roots.GetValueOrDefault(name, NeedsArguments(root) ? [] : [TakesFirst(root) ? $"{name}(first: 3)" : name]))
            {
                questions.AddRange(schema.Parts(NameOf(root), 1).Select(part => $"{{ {written} {part} }}"));
            }
        }

        return questions;
    }

    // A selection for each field of its own: one that reads little is not hidden by a neighbour that reads everything.
    private IEnumerable<string> Parts(string type, int depth)
    {
        if (_types[type].GetProperty("kind").GetString() is "SCALAR" or "ENUM")
        {
            yield return "";
            yield break;
        }

        foreach (var field in Fields(type).Where(field => !NeedsArguments(field)))
        {
            var name = field.GetProperty("name").GetString()!;
            if (name is "nodes")
            {
                foreach (var part in Parts(NameOf(field), depth))
                {
                    yield return $"{{ nodes {part} }}";
                }
            }
            else if (Selection(NameOf(field), depth + 1) is { } below)
            {
                yield return $"{{ {(TakesFirst(field) ? $"{name}(first: 2)" : name)} {below} }}";
            }
        }
    }

    private string? Selection(string type, int depth)
    {
        var kind = _types[type].GetProperty("kind").GetString();
        if (kind is "SCALAR" or "ENUM")
        {
            return "";
        }

        var fields = new StringBuilder("{ __typename");
        foreach (var field in Fields(type).Where(field => !NeedsArguments(field)))
        {
            var name = field.GetProperty("name").GetString()!;
            if ((depth < Depth || IsLeaf(field)) && name is not ("edges" or "pageInfo") && Selection(NameOf(field), depth + 1) is { } below)
            {
                fields.Append(' ').Append(TakesFirst(field) ? $"{name}(first: 2)" : name).Append(' ').Append(below);
            }
        }

        return fields.Append(" }").ToString();
    }

    private bool IsLeaf(JsonElement field) => _types[NameOf(field)].GetProperty("kind").GetString() is "SCALAR" or "ENUM";

    private JsonElement.ArrayEnumerator Fields(string type) => _types[type].GetProperty("fields") is { ValueKind: JsonValueKind.Array } fields ? fields.EnumerateArray() : default;

    private static bool NeedsArguments(JsonElement field) => field.GetProperty("args").EnumerateArray()
        .Any(argument => argument.At("type", "kind").GetString() == "NON_NULL" && argument.GetProperty("defaultValue").ValueKind == JsonValueKind.Null);

    private static bool TakesFirst(JsonElement field) => field.GetProperty("args").EnumerateArray().Any(argument => argument.GetProperty("name").GetString() == "first");

    private static string NameOf(JsonElement field)
    {
        var type = field.GetProperty("type");
        while (type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            type = inner;
        }

        return type.GetProperty("name").GetString()!;
    }
}
