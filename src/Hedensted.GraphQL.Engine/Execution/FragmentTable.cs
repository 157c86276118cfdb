using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The finished objects of one selection: source → bytes.</summary>
internal sealed class FragmentTable(FragmentGeneration generation)
{
    /// <summary>What a table takes beside its entries.</summary>
    public const int Overhead = 1_500;

    private const int EntryOverhead = 120;
    private readonly ConcurrentDictionary<object, byte[]> _finished = new(ReferenceEqualityComparer.Instance);

    private ulong _reads;

    public FragmentGeneration Generation => generation;

    /// <summary>What its objects were read from, all together: objects of one selection read much the same.</summary>
    public ulong Reads => Volatile.Read(ref _reads);

    public bool TryGet(object source, [MaybeNullWhen(false)] out byte[] finished) => _finished.TryGetValue(source, out finished);

    public void Add(object source, ReadOnlySpan<byte> finished, ulong reads)
    {
        if (generation.TryTake(finished.Length + EntryOverhead))
        {
            // Before the object, so that nobody finds it without.
            Interlocked.Or(ref _reads, reads);
            _finished.TryAdd(source, finished.ToArray());
        }
    }

    public void Clear() => _finished.Clear();
}

/// <summary>The tables that were begun since the last ones were full.</summary>
internal sealed class FragmentGeneration(long budget)
{
    private readonly ConditionalWeakTable<ObjectPlan, FragmentTable> _tables = [];
    private long _taken;

    public long Taken => Math.Min(Volatile.Read(ref _taken), budget);

    public bool IsFull => Volatile.Read(ref _taken) >= budget;

    public bool TryTake(int bytes) => Volatile.Read(ref _taken) < budget && Interlocked.Add(ref _taken, bytes) <= budget;

    /// <summary>The table of a selection, made when there is none.</summary>
    /// <remarks>A plan that is compiled for a document goes with the document: it is not kept alive from here.</remarks>
    public FragmentTable TableOf(ObjectPlan plan)
    {
        if (!_tables.TryGetValue(plan, out var table))
        {
            Interlocked.Add(ref _taken, FragmentTable.Overhead);
            table = _tables.GetOrAdd(plan, new FragmentTable(this));
        }

        return table;
    }

    public bool TryFind(ObjectPlan plan, [MaybeNullWhen(false)] out FragmentTable table) => _tables.TryGetValue(plan, out table);

    public void Clear()
    {
        foreach (var (_, table) in _tables)
        {
            table.Clear();
        }
    }
}
