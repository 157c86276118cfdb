namespace Hedensted.GraphQL.Engine;

/// <summary>Limits and switches. The defaults suit a public, read-mostly API.</summary>
public sealed record EngineOptions
{
    /// <summary>Largest document, in bytes. Default 65,536. Code <c>DOCUMENT_TOO_LARGE</c>.</summary>
    public int MaxDocumentBytes { get; init; } = 65_536;

    /// <summary>Most tokens in a document. Default 2,000. Code <c>TOO_MANY_TOKENS</c>.</summary>
    public int MaxTokens { get; init; } = 2_000;

    /// <summary>Deepest nesting of any kind that the parser follows. Default 32. Code <c>NESTED_TOO_DEEP</c>.</summary>
    public int MaxParserDepth { get; init; } = 32;

    /// <summary>Deepest nesting of fields in an operation, fragments spread. Default 16, which the common introspection queries fit. Code <c>TOO_DEEP</c>.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>Most fields in an operation, fragments spread. Default 2,048. Code <c>TOO_MANY_FIELDS</c>.</summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>Most aliased fields in a document. Default 100. Code <c>TOO_MANY_ALIASES</c>.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Most directives at one place. Default 4. Code <c>TOO_MANY_DIRECTIVES</c>.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Most directives in a document. Default 100. Code <c>TOO_MANY_DIRECTIVES</c>.</summary>
    public int MaxDirectives { get; init; } = 100;

    /// <summary>Most fragments in an operation, each counted every time it is spread. Default 1,000. Code <c>TOO_MANY_FRAGMENTS</c>.</summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>Deepest nesting of braces in an operation, fragments spread. Default 64. Code <c>NESTED_TOO_DEEP</c>.</summary>
    public int MaxSpreadDepth { get; init; } = 64;

    /// <summary>Most items in one list of an argument or variable. Default 1,000. Code <c>LIST_TOO_LONG</c>.</summary>
    public int MaxListSize { get; init; } = 1_000;

    /// <summary>Highest cost of an operation with its variables, in objects weighed by <see cref="Types.FieldCost"/>. Default 100,000. Code <c>TOO_COSTLY</c>.</summary>
    public long MaxCost { get; init; } = 100_000;

    /// <summary>How many items a list is taken to have when nothing tells its size. Default 10.</summary>
    public int AssumedListSize { get; init; } = 10;

    /// <summary>Longest execution of one operation. Default 5 seconds. Code <c>TIMED_OUT</c>. A resolver is not interrupted; the next object is not begun. <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan MaxExecutionTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of <see cref="MaxExecutionTime"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Comparisons allowed while checking that fields can be merged. Default 100,000. Code <c>TOO_COMPLEX</c>.</summary>
    public int MaxFieldMergeComparisons { get; init; } = 100_000;

    /// <summary>Validation errors after which checking stops. Default 5.</summary>
    public int MaxValidationErrors { get; init; } = 5;

    /// <summary>Execution errors reported for one operation; the rest are counted only by their nulls. Default 100.</summary>
    public int MaxExecutionErrors { get; init; } = 100;

    /// <summary>Largest answer, in bytes. Default 16 MiB. Code <c>RESPONSE_TOO_LARGE</c>.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Room for compiled documents, in bytes of estimated size. Default 16 MiB.</summary>
    public long DocumentCacheBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> answer. Default true. Code <c>INTROSPECTION_DISABLED</c>.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>Whether an unknown name is answered with "did you mean". Default false, so that a closed schema is not guessed.</summary>
    public bool Suggestions { get; init; }

    /// <summary>Sees exceptions that clients do not: log them here. The text is the response path.</summary>
    public Action<Exception, string>? OnUnhandledException { get; init; }
}
