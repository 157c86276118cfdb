using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Search;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Caching;

/// <summary>At which position each area of an edition was touched last, and when something was last withdrawn from it; immutable.</summary>
/// <remarks>Positions before the first edition of this process are not known: all that is older counts as touched.</remarks>
internal sealed class AreaAges
{
    private readonly long[] _touched;
    private readonly long[] _withdrawn;

    private AreaAges(long[] touched, long[] withdrawn, object origin) => (_touched, _withdrawn, Origin) = (touched, withdrawn, origin);

    /// <summary>The first edition that these ages go back to. What was read in another line of editions can not be compared.</summary>
    public object Origin { get; }

    /// <summary>The ages of an edition that nothing is known before.</summary>
    public static AreaAges StartingAt(ChangePosition position)
    {
        var all = new long[64];
        Array.Fill(all, position.Value);
        return new AreaAges(all, all, new object());
    }

    /// <summary>The ages after a step.</summary>
    /// <param name="position">Where it leads.</param>
    /// <param name="touched">What it touched.</param>
    /// <param name="withdrawn">What it took something away from that readers must not see any more.</param>
    public AreaAges After(ChangePosition position, Areas touched, Areas withdrawn) => new(With(_touched, touched, position), With(_withdrawn, withdrawn, position), Origin);

    /// <summary>Whether nothing of this was touched after a position: what was read then would be read now.</summary>
    public bool AreSameSince(ChangePosition position, Areas areas) => IsOlder(_touched, areas, position);

    /// <summary>Whether nothing was withdrawn from this after a position: what was read then may be old, but nobody wants it gone.</summary>
    public bool NothingIsWithdrawnSince(ChangePosition position, Areas areas) => IsOlder(_withdrawn, areas, position);

    private static bool IsOlder(long[] ages, Areas areas, ChangePosition position)
    {
        for (var rest = areas.Bits; rest != 0; rest &= rest - 1)
        {
            if (ages[System.Numerics.BitOperations.TrailingZeroCount(rest)] > position.Value)
            {
                return false;
            }
        }

        return true;
    }

    private static long[] With(long[] ages, Areas areas, ChangePosition position)
    {
        if (areas == Areas.None)
        {
            return ages;
        }

        var next = (long[])ages.Clone();
        foreach (var area in areas.Numbers())
        {
            next[area] = position.Value;
        }

        return next;
    }

    /// <summary>Finds out what a step touches. Registered after what makes the calendar and the search.</summary>
    internal sealed class Projection : IEditionProjection
    {
        public Type ResultType => typeof(AreaAges);

        public object Project(EditionChange change, object? previous)
        {
            // An edition in one language, and one with drafts, is not what is kept for others.
            if (previous is not AreaAges known || change.Previous is null)
            {
                return StartingAt(change.Next.Position);
            }

            if (change.Next.Language is not null)
            {
                return known;
            }

            if (change.SchemaChanged)
            {
                return known.After(change.Next.Position, Areas.All, Areas.All);
            }

            var (touched, withdrawn) = Documents(change);
            touched |= Areas.Edition;
            if (change.Media.Count > 0)
            {
                // A picture that was replaced may have been replaced because it should not be seen.
                touched |= Areas.Media;
                withdrawn |= Areas.Media;
            }

            touched |= change.DictionaryChanged ? Areas.Dictionary : Areas.None;
            var made = Made<EventCalendar>(change, Areas.Calendar) | Made<PublishedSearch>(change, Areas.Search) | Made<CalendarChanges>(change, Areas.Changes);
            touched |= made;
            withdrawn |= withdrawn == Areas.None ? Areas.None : made | Areas.Edition;
            return known.After(change.Next.Position, touched, withdrawn);
        }

        private static (Areas Touched, Areas Withdrawn) Documents(EditionChange change)
        {
            var map = AreaMap.Of(change.Next.Schema);
            var (touched, withdrawn) = (Areas.None, Areas.None);
            foreach (var key in change.Documents)
            {
                var (before, after) = (change.Previous!.Find(key), change.Next.Find(key));
                var of = Areas.Documents | (before is null ? Areas.None : map.Of(before.ContentType)) | (after is null ? Areas.None : map.Of(after.ContentType));
                touched |= of;
                withdrawn |= before?.IsPublic() == true && after?.IsPublic() != true ? of : Areas.None;
            }

            return (touched, withdrawn);
        }

        // A projection that has nothing new to tell is the same object.
        private static Areas Made<T>(EditionChange change, Areas area)
            where T : class =>
            ReferenceEquals(change.Next.Projection<T>(), change.Previous!.Projection<T>()) ? Areas.None : area;
    }
}
