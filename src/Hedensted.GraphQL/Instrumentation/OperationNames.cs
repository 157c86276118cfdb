using System.Collections.Concurrent;

namespace Hedensted.GraphQL.Instrumentation;

/// <summary>Names of operations for measurements: few enough to keep a series each, whatever strangers call theirs.</summary>
/// <remarks>Our own are always told by name. Of other people's the first <see cref="MaxStrangers"/> are; the rest are one series.</remarks>
internal sealed class OperationNames
{
    /// <summary>Most names of other people's operations.</summary>
    public const int MaxStrangers = 100;

    /// <summary>What an operation without a name is called.</summary>
    public const string Anonymous = "(anonymous)";

    /// <summary>What every further operation is called.</summary>
    public const string Other = "(other)";

    private const int MaxLength = 64;
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _strangers;

    /// <summary>The name to measure an operation under.</summary>
    /// <param name="name">The operation's own name.</param>
    /// <param name="isOurs">Whether the operation is one of this program's.</param>
    public string Of(string? name, bool isOurs)
    {
        if (name is null)
        {
            return Anonymous;
        }

        if (_names.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!isOurs && (name.Length > MaxLength || Volatile.Read(ref _strangers) >= MaxStrangers))
        {
            return Other;
        }

        if (!isOurs && Interlocked.Increment(ref _strangers) > MaxStrangers)
        {
            return Other;
        }

        return _names.GetOrAdd(name, name);
    }
}
