using System.Collections.Immutable;

namespace Hedensted.Cms.Operations.Logs;

/// <summary>A line of the log, with its parts.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How serious.</param>
/// <param name="Category">Who wrote it, e.g. <c>Hedensted.Cms.Management</c>.</param>
/// <param name="Template">The sentence with its holes.</param>
/// <param name="Message">The sentence as it was written.</param>
/// <param name="Properties">What was put in the holes.</param>
/// <param name="Exception">The exception with its stack; null when there was none.</param>
internal sealed record LogEntry(
    DateTimeOffset At, LogLevel Level, string Category, string Template, string Message, ImmutableArray<KeyValuePair<string, string>> Properties, string? Exception);
