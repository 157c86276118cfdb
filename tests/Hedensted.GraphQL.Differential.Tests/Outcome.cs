using System.Text.Json;

namespace Hedensted.GraphQL.Differential.Tests;

internal enum Stage
{
    /// <summary>The document could not be read.</summary>
    Syntax,

    /// <summary>It broke a rule.</summary>
    Invalid,

    /// <summary>It could not run: its operation or its variables.</summary>
    Refused,

    /// <summary>It ran.</summary>
    Done,

    /// <summary>It was a subscription, and gave events.</summary>
    Streamed,

    /// <summary>The implementation threw; only the reference does.</summary>
    Threw,
}

/// <summary>An error as both sides can be compared by.</summary>
/// <param name="Rule">The validation rule; empty after validation.</param>
/// <param name="Places"><c>line:column</c>, separated by spaces.</param>
/// <param name="Path">The path in the answer as JSON; null before execution.</param>
/// <param name="Message">For people.</param>
internal sealed record Fault(string Rule, string Places, string? Path, string Message)
{
    public override string ToString() => $"{Rule} {Places} {Path}".Trim();
}

/// <summary>What became of a request.</summary>
internal sealed record Outcome(Stage Stage)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public JsonElement? Data { get; init; }

    public IReadOnlyList<Outcome> Events { get; init; } = [];

    public override string ToString() => Stage switch
    {
        Stage.Done => $"Done {Data?.GetRawText()} [{string.Join("; ", Faults)}]",
        Stage.Streamed => $"Streamed {string.Join(" | ", Events)}",
        _ => $"{Stage} [{string.Join("; ", Faults)}]",
    };
}
