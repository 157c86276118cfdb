namespace Hedensted.GraphQL.Engine;

/// <summary>An error that the client may read, thrown by a resolver or a scalar; it becomes an entry in <c>errors</c>.</summary>
/// <remarks>Every other exception is masked: the client sees <c>INTERNAL_ERROR</c>, and <see cref="EngineOptions.OnUnhandledException"/> sees the exception.</remarks>
/// <param name="message">What the client can do about it; no internals.</param>
/// <param name="code">A stable code in SCREAMING_SNAKE_CASE for <c>extensions.code</c>.</param>
public sealed class GraphQLException(string message, string code = "BAD_USER_INPUT") : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
