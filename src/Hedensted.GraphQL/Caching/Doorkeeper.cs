namespace Hedensted.GraphQL.Caching;

/// <summary>Remembers, in little room and for a while, what was asked before: only what comes again is worth keeping.</summary>
/// <remarks>
/// A flood of questions that never come again (another variable each time) passes by and evicts nothing. It may forget, and
/// then something is kept one time later; two different questions are taken for each other once in four thousand million.
/// </remarks>
internal sealed class Doorkeeper
{
    private const int Slots = 1 << 16;
    private readonly uint[] _slots = new uint[Slots];

    /// <summary>Whether this was asked before; from now on it was.</summary>
    public bool HasSeen(CacheKey key)
    {
        ref var slot = ref _slots[key.First & (Slots - 1)];
        var mark = (uint)key.Second | 1;
        if (Volatile.Read(ref slot) == mark)
        {
            return true;
        }

        Volatile.Write(ref slot, mark);
        return false;
    }
}
