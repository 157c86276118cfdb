using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The finished objects of one selection: source → bytes.</summary>
internal sealed class FragmentTable(FragmentRoom room)
{
    /// <summary>What a table takes beside its entries.</summary>
    public const int Overhead = 1_500;

    private const int EntryOverhead = 120;
    private readonly ConcurrentDictionary<object, byte[]> _finished = new(ReferenceEqualityComparer.Instance);

    private ulong _reads;

    /// <summary>The room it takes of, by which its generation is known. Not the generation: whoever reached that from here would keep it as long as the selection lives.</summary>
    public FragmentRoom Room => room;

    /// <summary>What its objects were read from, all together: objects of one selection read much the same.</summary>
    public ulong Reads => Volatile.Read(ref _reads);

    public bool TryGet(object source, [MaybeNullWhen(false)] out byte[] finished) => _finished.TryGetValue(source, out finished);

    public void Add(object source, ReadOnlySpan<byte> finished, ulong reads)
    {
        if (room.TryTake(finished.Length + EntryOverhead))
        {
            // Before the object, so that nobody finds it without.
            Interlocked.Or(ref _reads, reads);
            _finished.TryAdd(source, finished.ToArray());
        }
    }

    public void Clear() => _finished.Clear();
}

/// <summary>What the tables of a generation may take, in bytes.</summary>
internal sealed class FragmentRoom(long budget)
{
    private long _taken;

    public long Taken => Math.Min(Volatile.Read(ref _taken), budget);

    public bool IsFull => Volatile.Read(ref _taken) >= budget;

    public bool TryTake(int bytes) => Volatile.Read(ref _taken) < budget && Interlocked.Add(ref _taken, bytes) <= budget;

    public void Take(int bytes) => Interlocked.Add(ref _taken, bytes);

    /// <summary>Gives nothing more: what a request finishes too late belongs to nobody.</summary>
    public void Close() => Interlocked.Exchange(ref _taken, budget);
}

/// <summary>The tables that were begun since the last ones were full.</summary>
internal sealed class FragmentGeneration(long budget)
{
    private readonly ConditionalWeakTable<ObjectPlan, FragmentTable> _tables = [];

    public FragmentRoom Room { get; } = new(budget);

    /// <summary>The table of a selection, made when there is none.</summary>
    /// <remarks>A plan that is compiled for a document goes with the document: it is not kept alive from here.</remarks>
    public FragmentTable TableOf(ObjectPlan plan)
    {
        if (!_tables.TryGetValue(plan, out var table))
        {
            Room.Take(FragmentTable.Overhead);
            table = _tables.GetOrAdd(plan, new FragmentTable(Room));
        }

        return table;
    }

    public bool TryFind(ObjectPlan plan, [MaybeNullWhen(false)] out FragmentTable table) => _tables.TryGetValue(plan, out table);

    public void Clear()
    {
        Room.Close();
        foreach (var (_, table) in _tables)
        {
            table.Clear();
        }
    }
}
