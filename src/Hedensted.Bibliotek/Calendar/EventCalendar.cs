using System.Collections.Immutable;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>All occurrences of one edition in start order (then id), with the look-ups that queries need; immutable.</summary>
/// <remarks>An edition projection: <c>edition.Projection&lt;EventCalendar&gt;()</c>.</remarks>
public sealed class EventCalendar
{
    /// <summary>Every occurrence, by start then id.</summary>
    public ImmutableArray<Occurrence> All => throw new NotImplementedException();

    /// <summary>The occurrence with this id.</summary>
    public Occurrence? Find(Guid id) => throw new NotImplementedException();

    /// <summary>The occurrences of one document, by start.</summary>
    public ImmutableArray<Occurrence> Of(Guid documentKey) => throw new NotImplementedException();

    /// <summary>The index in <see cref="All"/> of the first occurrence that starts at or after this instant.</summary>
    public int IndexOfStart(DateTimeOffset instant) => throw new NotImplementedException();
}
