namespace Hedensted.GraphQL.Engine.Types;

/// <summary>What a resolver may ask about the request and the place in the document it runs for.</summary>
/// <remarks>A small value; it may be captured by a lambda, but not kept after the request has been answered.</remarks>
public readonly struct FieldContext
{
    private readonly RequestContext _request;
    private readonly FieldSelection _selection;

    internal FieldContext(RequestContext request, FieldSelection selection)
    {
        _request = request;
        _selection = selection;
    }

    /// <summary>The coerced arguments of this field.</summary>
    public InputValues Arguments => _request.ArgumentsOf(_selection);

    /// <summary>The request has been given up; long resolvers should stop.</summary>
    public CancellationToken Cancellation => _request.Cancellation;

    /// <summary>The name the client gave the field in the answer: its alias, or its own name.</summary>
    public string ResponseName => _selection.ResponseName;

    /// <summary>The object the caller passed for this request.</summary>
    /// <exception cref="InvalidCastException">The request was made with another kind of state.</exception>
    public T State<T>()
        where T : class => (T)_request.State;

    /// <summary>Whether the client asks for this sub-field, so that what it costs can be saved when not.</summary>
    /// <param name="path">Field names (not aliases) from this field down, e.g. <c>"edges", "node"</c>.</param>
    public bool Selects(params ReadOnlySpan<string> path) => _selection.Selects(path);
}

/// <summary>One request while it is executed; the side of it that resolvers see.</summary>
internal abstract class RequestContext
{
    public object State { get; protected set; } = null!;

    public CancellationToken Cancellation { get; protected set; }

    public abstract InputValues ArgumentsOf(FieldSelection selection);
}

/// <summary>One field of a compiled operation; the side of it that resolvers see.</summary>
internal abstract class FieldSelection
{
    public required string ResponseName { get; init; }

    public abstract bool Selects(ReadOnlySpan<string> path);
}
