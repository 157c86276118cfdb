using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Caching;

/// <summary>The finished rows of the newest edition; they go with it.</summary>
/// <param name="capacity">Room in bytes.</param>
internal sealed class EditionFragments(long capacity)
{
    private Holder? _holder;

    /// <summary>The rows of this edition; null for one that has been replaced, and when none are kept.</summary>
    public FragmentStore? Of(Edition edition)
    {
        var holder = Volatile.Read(ref _holder);
        if (holder is not null && ReferenceEquals(holder.Edition, edition))
        {
            return holder.Store;
        }

        if (capacity <= 0 || (holder is not null && holder.Edition.Position > edition.Position))
        {
            return null;
        }

        var fresh = new Holder(edition, new FragmentStore(capacity));
        if (!ReferenceEquals(Interlocked.CompareExchange(ref _holder, fresh, holder), holder))
        {
            return null;
        }

        holder?.Store.Clear();
        return fresh.Store;
    }

    private sealed record Holder(Edition Edition, FragmentStore Store);
}
