namespace Hedensted.GraphQL.Engine.Language;

/// <summary>One entry of <c>errors</c>.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people: what is wrong and what to do.</param>
/// <param name="Locations">Where in the document.</param>
/// <param name="Path">Where in the answer: response names and indexes; null before execution.</param>
/// <param name="Specification">The section of the specification that is broken, e.g. <c>sec-Leaf-Field-Selections</c>.</param>
/// <param name="Coordinate">What of the schema it is about, e.g. <c>Query.events(first:)</c>; null when nothing is.</param>
internal sealed record GraphQLError(
    string Code,
    string Message,
    IReadOnlyList<SourceLocation> Locations,
    IReadOnlyList<object>? Path = null,
    string? Specification = null,
    string? Coordinate = null);

/// <summary>The document cannot be read; carries the byte where it went wrong.</summary>
internal sealed class SyntaxException(string code, string message, int offset) : Exception(message)
{
    public string Code { get; } = code;

    public int Offset { get; } = offset;
}

/// <summary>The codes that do not belong to one validation rule.</summary>
internal static class ErrorCodes
{
    public const string Syntax = "SYNTAX_ERROR";
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";
    public const string TooManyTokens = "TOO_MANY_TOKENS";
    public const string NestedTooDeep = "NESTED_TOO_DEEP";
    public const string TooDeep = "TOO_DEEP";
    public const string IntrospectionTooDeep = "INTROSPECTION_TOO_DEEP";
    public const string TooManyFragments = "TOO_MANY_FRAGMENTS";
    public const string TooManyFields = "TOO_MANY_FIELDS";
    public const string TooManyAliases = "TOO_MANY_ALIASES";
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";
    public const string TooComplex = "TOO_COMPLEX";
    public const string ListTooLong = "LIST_TOO_LONG";
    public const string TooCostly = "TOO_COSTLY";
    public const string TimedOut = "TIMED_OUT";
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";
    public const string UnknownOperation = "UNKNOWN_OPERATION";
    public const string MutationNotAllowed = "MUTATION_NOT_ALLOWED";
    public const string SubscriptionNotSupported = "SUBSCRIPTION_NOT_SUPPORTED";
    public const string InvalidVariable = "INVALID_VARIABLE";
    public const string InvalidArgument = "INVALID_ARGUMENT";
    public const string InvalidValue = "INVALID_VALUE";
    public const string NullNotAllowed = "NULL_NOT_ALLOWED";
    public const string Internal = "INTERNAL_ERROR";
}
