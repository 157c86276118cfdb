using System.Collections.Immutable;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>That something happened to a date: it is new or different, or it is gone.</summary>
/// <param name="Id">The occurrence.</param>
/// <param name="At">When this server's readers met it.</param>
/// <param name="Document">The document that the date comes or came from.</param>
/// <param name="Source">What kind of document that is.</param>
/// <param name="IsGone">Whether readers have it no more.</param>
/// <param name="Uuid">Of an imported event that is gone, what its source calls it: the document that told is gone, too. Else null.</param>
public sealed record OccurrenceChange(Guid Id, DateTimeOffset At, Guid Document, OccurrenceSource Source, bool IsGone, Guid? Uuid = null);

/// <summary>What happened to the dates of the calendar, the latest change of each.</summary>
/// <remarks>
/// An edition projection: <c>edition.Projection&lt;CalendarChanges&gt;()</c>. The feed in the database knows which documents changed but not
/// which dates went with them, and no clock. So each server remembers for itself what it has seen, and what was before it started is kept
/// beside the content (<see cref="CalendarMemory"/>).
/// </remarks>
public sealed class CalendarChanges
{
    /// <summary>So many dates are remembered.</summary>
    private const int Most = 50_000;

    /// <summary>Servers that stand side by side meet a change at slightly different times, and their clocks differ a little.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly ImmutableDictionary<Guid, OccurrenceChange> _byId;
    private readonly DateTimeOffset _since;
    private readonly bool _isWhole;
    private readonly CalendarMemory? _memory;

    private CalendarChanges(ImmutableDictionary<Guid, OccurrenceChange> byId, DateTimeOffset since, DateTimeOffset madeAt, CalendarMemory? memory, bool isWhole) =>
        (_byId, _since, MadeAt, _memory, _isWhole) = (byId, since, madeAt, memory, isWhole);

    /// <summary>All that happened after this is remembered.</summary>
    public DateTimeOffset Since => Before?.Since ?? _since;

    /// <summary>When readers on this server got the edition: the moment to ask from next. It never goes back, also when the clock is set back.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>The first moment that one may ask from: <see cref="Since"/> in whole seconds, for those who tell time so.</summary>
    public DateTimeOffset AskedFrom => new DateTimeOffset(Since.UtcTicks - (Since.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>
    /// Whether this moment has come. One that has not was told by a clock that was ahead, before this server was started: what happens until then
    /// is not later than it, and whoever asked from there would miss it.
    /// </summary>
    public bool HasCome(DateTimeOffset moment, DateTimeOffset now) => moment.UtcTicks - Overlap.Ticks <= Math.Max(now.UtcTicks, Latest.UtcTicks);

    /// <summary>The latest change of a date; null when nothing is remembered about it.</summary>
    public OccurrenceChange? Find(Guid id) => _byId.GetValueOrDefault(id) ?? Before?.Find(id);

    /// <summary>
    /// What happened since a moment that another answer told, and in the minute before it, the oldest first; nothing is missing when the
    /// moment is not before <see cref="AskedFrom"/> and <see cref="HasCome"/>, whichever server gave that answer.
    /// </summary>
    public IReadOnlyList<OccurrenceChange> From(DateTimeOffset moment) =>
        [.. Known().Where(change => moment.UtcTicks - change.At.UtcTicks <= Overlap.Ticks).OrderBy(change => change.At).ThenBy(change => change.Id)];

    /// <summary>What this server has seen itself, at a moment or later.</summary>
    internal IEnumerable<OccurrenceChange> OwnFrom(DateTimeOffset moment) => _byId.Values.Where(change => change.At >= moment);

    internal static CalendarChanges StartingAt(DateTimeOffset now, CalendarMemory? memory = null) => new(ImmutableDictionary<Guid, OccurrenceChange>.Empty, now, now, memory, isWhole: true);

    // What is older than the half that was forgotten is of no use without it.
    private CalendarChanges? Before => _isWhole ? _memory?.Changes : null;

    private IEnumerable<OccurrenceChange> Known() =>
        Before is { } before ? _byId.Values.Concat(before._byId.Values.Where(change => !_byId.ContainsKey(change.Id))) : _byId.Values;

    /// <summary>When what happens now happens: later than all that was told before, by a second when the clock was set back, for those who tell time in whole seconds.</summary>
    internal DateTimeOffset Next(DateTimeOffset now) => now >= Latest ? now : Latest.AddSeconds(1);

    private DateTimeOffset Latest => _memory is { } memory && memory.Latest > MadeAt ? memory.Latest : MadeAt;

    internal CalendarChanges With(IEnumerable<OccurrenceChange> changes, DateTimeOffset now, int most = Most)
    {
        var next = _byId.SetItems(changes.Select(change => KeyValuePair.Create(change.Id, change)));
        if (next.Count <= most)
        {
            return new(next, _since, now, _memory, _isWhole);
        }

        // The oldest half goes in one go, so that this is rare; what goes takes everything as old as itself along. A second later nothing
        // of it is asked for any more, also by those who tell time in whole seconds.
        var last = next.Values.Select(change => change.At).Order().ElementAt(next.Count - (most / 2));
        return new(next.RemoveRange(next.Values.Where(change => change.At <= last).Select(change => change.Id)), last.AddSeconds(1), now, _memory, isWhole: false);
    }
}
