using Hedensted.GraphQL.Engine.Execution;

namespace Hedensted.GraphQL.Engine;

/// <summary>Finished objects of answers, kept for other answers from the same data: a row of a list becomes one copy of bytes.</summary>
/// <remarks>
/// A host makes one for each state of its data (an edition) and passes it with every request that reads exactly that state;
/// <see cref="Clear"/> it when the state is replaced. An object is kept when its type is <see cref="Types.ObjectType{T}.Reusable"/>, its
/// operation has run before, nothing below it depends on a variable, it has no errors, and the state says
/// (<see cref="IReuseScope"/>) that nothing else was read that another request could see differently. Half of the room is
/// given to what is newest; when that is full, what has not been asked for since the last time goes.
/// </remarks>
public sealed class FragmentStore
{
    private readonly long _half;
    private volatile FragmentGeneration _newest;
    private FragmentGeneration? _before;

    /// <param name="capacity">Room in bytes; 0 keeps nothing.</param>
    public FragmentStore(long capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _half = capacity / 2;
        _newest = new FragmentGeneration(_half);
    }

    /// <summary>Estimated size of what is kept, in bytes; at most the capacity.</summary>
    public long Bytes => _newest.Room.Taken + (Volatile.Read(ref _before)?.Room.Taken ?? 0);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        var newest = Interlocked.Exchange(ref _newest, new FragmentGeneration(_half));
        var before = Interlocked.Exchange(ref _before, null);
        newest.Clear();
        before?.Clear();
    }

    /// <summary>The table of a selection, in which its objects are looked up and added.</summary>
    internal FragmentTable TableOf(ObjectPlan plan)
    {
        var generation = _newest;
        if (generation.Room.IsFull && _half > 0)
        {
            var fresh = new FragmentGeneration(_half);
            if (Interlocked.CompareExchange(ref _newest, fresh, generation) == generation)
            {
                Interlocked.Exchange(ref _before, generation)?.Clear();
                generation = fresh;
            }
            else
            {
                generation = _newest;
            }
        }

        // The plan remembers its own table: one comparison instead of a look-up for each request and selection.
        return plan.Fragments is { } known && ReferenceEquals(known.Room, generation.Room)
            ? known
            : plan.Fragments = generation.TableOf(plan);
    }

    /// <summary>What an earlier generation knows of an object; null when it knows nothing.</summary>
    /// <param name="plan">The selection.</param>
    /// <param name="source">The object.</param>
    /// <param name="reads">What the objects of that table were read from.</param>
    internal byte[]? FindBefore(ObjectPlan plan, object source, out ulong reads)
    {
        if (Volatile.Read(ref _before) is { } before && before.TryFind(plan, out var table) && table.TryGet(source, out var finished))
        {
            reads = table.Reads;
            return finished;
        }

        reads = 0;
        return null;
    }
}

/// <summary>A request's state that knows whether what was read depends on anything but the data, e.g. the clock.</summary>
public interface IReuseScope
{
    /// <summary>Grows whenever something is read that another request over the same data could see differently.</summary>
    int Unrepeatable { get; }

    /// <summary>What has been read so far, a bit for each part of the host's data. The engine keeps it beside what it keeps, and adds it when it reuses that.</summary>
    ulong Reads { get; set; }
}
