using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests;

/// <summary>Asks an engine and reads its answer, as a test wants to.</summary>
internal static class Answers
{
    /// <summary>The whole answer as text.</summary>
    public static string Ask(this GraphQLEngine engine, string document, object state, string? variables = null, string? operationName = null)
    {
        using var response = engine.Execute(GraphQLRequest.From(document, state, variables, operationName));
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>The whole answer of the pets' home.</summary>
    public static string Ask(string document, string? variables = null, EngineOptions? options = null) =>
        new GraphQLEngine(Pets.Schema(), options).Ask(document, Pets.AHome(), variables);

    /// <summary>The answer of a schema with only these fields at the root; the source is the string <c>root</c>.</summary>
    public static string AskOf(Func<ObjectType<string>, ObjectType<string>> fields, string document, string? variables = null, EngineOptions? options = null) =>
        new GraphQLEngine(new SchemaBuilder(fields(new ObjectType<string>("Query"))).Build(), options).Ask(document, "root", variables);

    /// <summary>The errors of an answer as <c>CODE path line:column …</c>; the parts that are missing are left out.</summary>
    public static IReadOnlyList<string> Errors(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(Describe)] : [];
    }

    private static string Describe(JsonElement error)
    {
        var parts = new List<string> { error.GetProperty("extensions").GetProperty("code").GetString()! };
        if (error.TryGetProperty("path", out var path))
        {
            parts.Add(string.Join('.', path.EnumerateArray().Select(step => step.ToString())));
        }

        if (error.TryGetProperty("locations", out var locations))
        {
            parts.AddRange(locations.EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}"));
        }

        return string.Join(' ', parts);
    }
}
