using System.Text;
using System.Text.Json;

namespace Hedensted.GraphQL.Engine;

/// <summary>One request: a document, the operation to run, its variables, and the caller's state.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document in UTF-8. Must not change while the request runs.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The operation to run; null when the document has one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object with the variables; undefined or null when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The source of the root fields, also read by any resolver with <c>State&lt;T&gt;()</c>; the CMS passes its edition.</summary>
    public required object State { get; init; }

    /// <summary>Whether mutations may run; a GET request must not. Default true. Code <c>MUTATION_NOT_ALLOWED</c>.</summary>
    public bool AllowMutations { get; init; } = true;

    /// <summary>Whether the answer tells what it cost, in <c>extensions.cost</c>.</summary>
    public bool ReportCost { get; init; }

    /// <summary>Finished objects of earlier answers from the same data; null makes everything anew. The state must be an <see cref="IReuseScope"/>.</summary>
    public FragmentStore? Fragments { get; init; }

    /// <summary>The state for each event of a subscription, e.g. the newest edition; null keeps <see cref="State"/>.</summary>
    public Func<object>? EventState { get; init; }

    /// <summary>A request from texts, as tests and tools have them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="state">The caller's state.</param>
    /// <param name="variables">A JSON object, or null.</param>
    /// <param name="operationName">The operation to run; null when the document has one.</param>
    public static GraphQLRequest From(string document, object state, string? variables = null, string? operationName = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        return new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            State = state,
            Variables = json?.RootElement.Clone() ?? default,
            OperationName = operationName,
        };
    }
}
