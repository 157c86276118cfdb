using System.Globalization;
using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Our side: the engine over the same schema and the same world, with every limit out of the way.</summary>
internal sealed class Candidate
{
    private static readonly EngineOptions Unlimited = new()
    {
        MaxDocumentBytes = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxParserDepth = 200,
        MaxDepth = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
        MaxSpreadDepth = 1_000,
        MaxListSize = int.MaxValue,
        MaxCost = long.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
        MaxValidationErrors = 10_000,
        MaxExecutionErrors = 10_000,
        MaxExecutionTime = TimeSpan.FromMinutes(5),
        DocumentCacheBytes = 0,
    };

    private readonly GraphQLEngine? _engine;

    public Candidate(string sdl)
    {
        try
        {
            var schema = World.Inhabit(sdl);
            _engine = new GraphQLEngine(schema, Unlimited);
            Printed = schema.ToSchemaDefinition();
        }
        catch (SchemaException refused)
        {
            Problems = refused.Problems;
        }
    }

    /// <summary>Why the schema is refused; empty when it is accepted.</summary>
    public IReadOnlyList<string> Problems { get; } = [];

    public string Printed { get; } = "";

    public Outcome Run(Case one)
    {
        using var variables = one.Variables is null ? null : JsonDocument.Parse(one.Variables);
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(one.Document),
            State = World.Root,
            Variables = variables?.RootElement ?? default,
            OperationName = one.OperationName,
        };
        using var response = _engine!.Execute(request);
        if (response.FirstErrorCode != "SUBSCRIPTION_NOT_SUPPORTED")
        {
            return Read(response);
        }

        var events = new List<Outcome>();
        foreach (var answer in _engine.SubscribeAsync(request).ToBlockingEnumerable())
        {
            events.Add(Read(answer));
            answer.Dispose();
        }

        return events is [{ Stage: Stage.Refused } refused] ? refused : new Outcome(Stage.Streamed) { Events = events };
    }

    private static Outcome Read(GraphQLResponse response)
    {
        using var document = JsonDocument.Parse(response.Body);
        var json = document.RootElement;
        var errors = json.TryGetProperty("errors", out var list) ? list.EnumerateArray().ToArray() : [];
        var faults = errors.Select(Fault).ToArray();
        if (json.TryGetProperty("data", out var data))
        {
            return new Outcome(Stage.Done) { Data = data.Clone(), Faults = faults };
        }

        var code = response.FirstErrorCode!;
        return code is "SYNTAX_ERROR" ? new Outcome(Stage.Syntax) { Faults = [faults[0] with { Rule = "" }] }
            : RuleOf(errors[0]).Length > 0 ? new Outcome(Stage.Invalid) { Faults = faults }
            : new Outcome(Stage.Refused) { Faults = [.. faults.Select(fault => fault with { Path = null })] };
    }

    private static Fault Fault(JsonElement error) => new(
        RuleOf(error),
        error.TryGetProperty("locations", out var places)
            ? string.Join(' ', places.EnumerateArray().Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}"))
            : "",
        error.TryGetProperty("path", out var path) ? path.GetRawText() : null,
        error.GetProperty("message").GetString()!);

    /// <summary>The reference's name of the rule that a code stands for; empty when it is not a rule's.</summary>
    private static string RuleOf(JsonElement error)
    {
        var code = error.GetProperty("extensions").GetProperty("code").GetString()!;
        return code switch
        {
            "INTROSPECTION_TOO_DEEP" => "MaxIntrospectionDepthRule",
            "INVALID_VARIABLE" or "UNKNOWN_OPERATION" or "MUTATION_NOT_ALLOWED" or "SUBSCRIPTION_NOT_SUPPORTED" or "SYNTAX_ERROR" or "NESTED_TOO_DEEP" => "",
            _ when error.TryGetProperty("path", out _) => "",
            _ => string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLower(CultureInfo.InvariantCulture))) + "Rule",
        };
    }
}
