using System.Collections.Immutable;
using System.Globalization;

namespace Hedensted.Cms.Operations.Logs;

/// <summary>The newest lines of this server's log, for the log viewer; what is older is where the operator's log goes.</summary>
/// <remarks>In memory and bounded, so that a storm of errors fills no disk. Holds what the log holds: keys and positions, never citizens' words.</remarks>
internal sealed class RecentLog(TimeProvider time) : ILoggerProvider
{
    /// <summary>Lines kept.</summary>
    public const int Most = 5_000;

    private const int LongestText = 8_000;
    private const string OriginalFormat = "{OriginalFormat}";

    private readonly Queue<LogEntry> _entries = new();
    private readonly Lock _lock = new();

    /// <summary>What is kept now, oldest first.</summary>
    public IReadOnlyList<LogEntry> Read()
    {
        lock (_lock)
        {
            return [.. _entries];
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(LogEntry entry)
    {
        lock (_lock)
        {
            if (_entries.Count == Most)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }
    }

    private static string Short(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    private sealed class Writer(RecentLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var message = Short(formatter(state, exception));
            var parts = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            var template = parts.FirstOrDefault(part => part.Key == OriginalFormat).Value as string ?? message;
            ImmutableArray<KeyValuePair<string, string>> properties =
            [
                .. parts.Where(part => part.Key != OriginalFormat)
                    .Select(part => KeyValuePair.Create(part.Key, Short(Convert.ToString(part.Value, CultureInfo.InvariantCulture) ?? ""))),
            ];
            log.Add(new LogEntry(log.Now(), logLevel, category, Short(template), message, properties, exception is null ? null : Short(exception.ToString())));
        }
    }

    private DateTimeOffset Now() => time.GetUtcNow();
}
