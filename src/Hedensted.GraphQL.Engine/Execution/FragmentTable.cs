using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The finished objects of one selection: source → bytes.</summary>
internal sealed class FragmentTable(FragmentGeneration generation)
{
    private const int EntryOverhead = 120;
    private readonly ConcurrentDictionary<object, byte[]> _finished = new(ReferenceEqualityComparer.Instance);

    public FragmentGeneration Generation => generation;

    public bool TryGet(object source, [MaybeNullWhen(false)] out byte[] finished) => _finished.TryGetValue(source, out finished);

    public void Add(object source, ReadOnlySpan<byte> finished)
    {
        if (generation.TryTake(finished.Length + EntryOverhead))
        {
            _finished.TryAdd(source, finished.ToArray());
        }
    }

    public void Clear() => _finished.Clear();
}

/// <summary>The tables that were begun since the last ones were full.</summary>
internal sealed class FragmentGeneration(long budget)
{
    private long _taken;

    public ConcurrentDictionary<ObjectPlan, FragmentTable> Tables { get; } = new(ReferenceEqualityComparer.Instance);

    public long Taken => Math.Min(Volatile.Read(ref _taken), budget);

    public bool IsFull => Volatile.Read(ref _taken) >= budget;

    public bool TryTake(int bytes) => Volatile.Read(ref _taken) < budget && Interlocked.Add(ref _taken, bytes) <= budget;

    public void Clear()
    {
        foreach (var table in Tables.Values)
        {
            table.Clear();
        }
    }
}
