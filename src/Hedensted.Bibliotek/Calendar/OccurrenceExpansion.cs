using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Expands one event, series or dialogue meeting into its dates.</summary>
/// <param name="document">The document.</param>
/// <param name="path">The address of its page.</param>
/// <param name="overrides">The documents that each change one date of a series.</param>
internal sealed class OccurrenceExpansion(PublishedDocument document, string path, IEnumerable<PublishedDocument> overrides)
{
    private readonly List<string> _problems = [];

    /// <summary>Why dates were left out or changed; a sentence each, without content.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The dates, in no particular order.</summary>
    public ImmutableArray<Occurrence> Occurrences() => EventTypes.SourceOf(document.ContentType.Alias) switch
    {
        OccurrenceSource.Series => Series(),
        { } source => Single(source),
        null => [],
    };

    private ImmutableArray<Occurrence> Single(OccurrenceSource source) =>
        WallTime.Read(document.ValueOf("startsAt")) is { } start
            ? [Make(OccurrenceIds.Of(document.Key), source, null, start, WallTime.Read(document.ValueOf("endsAt")), null)]
            : Nothing("it has no start that can be read");

    private ImmutableArray<Occurrence> Series()
    {
        var waiting = OverridesByStart();
        var skipped = document.Blocks("skippedDates").Select(block => block.ValueOf("date").AsDate()).ToHashSet();
        var occurrences = ImmutableArray.CreateBuilder<Occurrence>();
        foreach (var block in document.Blocks("extraDates"))
        {
            if (WallTime.Read(block.ValueOf("startsAt")) is not { } start)
            {
                _problems.Add($"date {block.Key} has no start that can be read");
                continue;
            }

            if (skipped.Contains(start.Date.ToDateOnly()))
            {
                continue;
            }

            waiting.Remove(start, out var change);
            occurrences.Add(Make(
                OccurrenceIds.Of(document.Key, block.Key),
                OccurrenceSource.Series,
                change,
                start,
                WallTime.Read(block.ValueOf("endsAt")),
                block.Text("note")));
        }

        foreach (var lost in waiting.Values)
        {
            _problems.Add($"{lost.Key} changes a date that the series does not have");
        }

        return occurrences.DrainToImmutable();
    }

    private Dictionary<LocalDateTime, PublishedDocument> OverridesByStart()
    {
        var byStart = new Dictionary<LocalDateTime, PublishedDocument>();
        foreach (var change in overrides)
        {
            if (WallTime.Read(change.ValueOf("originalStart")) is not { } start)
            {
                _problems.Add($"{change.Key} does not say which date it changes");
            }
            else if (!byStart.TryAdd(start, change))
            {
                _problems.Add($"{change.Key} changes a date that another document changes already");
            }
        }

        return byStart;
    }

    private Occurrence Make(
        Guid id, OccurrenceSource source, PublishedDocument? change, LocalDateTime start, LocalDateTime? end, string? note)
    {
        JsonElement? Value(string alias) => change?.ValueOf(alias) ?? document.ValueOf(alias);

        // A moved date keeps its length unless the editor gave a new end.
        if (WallTime.Read(change?.ValueOf("startsAt")) is { } moved)
        {
            end = end is { } old ? moved + Period.Between(start, old) : null;
            start = moved;
        }

        end = WallTime.Read(change?.ValueOf("endsAt")) ?? end;
        var allDay = Value("allDay").AsFlag() ?? false;
        var (startsAt, endsAt, endIsKnown) = allDay ? WholeDays(start, end) : Hours(start, end);
        return new Occurrence
        {
            Id = id,
            Document = document,
            Override = change,
            Source = source,
            StartsAt = startsAt,
            EndsAt = endsAt,
            EndIsKnown = endIsKnown,
            AllDay = allDay,
            Title = Value("title").AsText() ?? document.NameIn(),
            Teaser = Value("teaser").AsText(),
            Slug = path[(path.LastIndexOf('/') + 1)..],
            Path = path,
            Status = change is not null && change.Flag("cancelDate")
                ? OccurrenceStatus.Cancelled
                : Vocabulary.Statuses.Find(Value("status").AsText()) ?? OccurrenceStatus.Scheduled,
            StatusReason = Value("statusReason").AsText(),
            Note = note,
            Kind = Vocabulary.Kinds.Find(Value("kind").AsText()) ?? EventKind.Event,
            AttendanceMode = Vocabulary.AttendanceModes.Find(Value("attendanceMode").AsText()) ?? AttendanceMode.Physical,
            PlaceKey = Value("place").AsKeys() is [var place, ..] ? place : null,
            FocusAreaKeys = Value("focusAreas").AsKeys(),
            Audiences = [.. Value("audiences").AsTexts().Select(Vocabulary.Audiences.Find).OfType<Audience>().Distinct()],
            Prices = Price.Read(Block.ListOf(Value("prices"))),
            TicketUrl = Value("ticketUrl").AsText(),
            Listed = Value("listed").AsFlag() ?? true,
            ShowOnScreens = Value("showOnScreens").AsText() is null or "Ja",
        };
    }

    private (DateTimeOffset Start, DateTimeOffset End, bool EndIsKnown) WholeDays(LocalDateTime start, LocalDateTime? end)
    {
        var first = start.Date;
        var last = end?.Date ?? first;
        if (last < first)
        {
            _problems.Add("it ends before it starts; taken as one day");
            last = first;
        }

        return (WallTime.StartOfDay(first.ToDateOnly()), WallTime.StartOfDay(last.PlusDays(1).ToDateOnly()), true);
    }

    private (DateTimeOffset Start, DateTimeOffset End, bool EndIsKnown) Hours(LocalDateTime start, LocalDateTime? end)
    {
        var startsAt = WallTime.ToInstant(start);
        if (end is { } known)
        {
            var endsAt = WallTime.ToInstant(known);
            if (endsAt > startsAt)
            {
                return (startsAt, endsAt, true);
            }

            _problems.Add("it does not end after it starts; taken as an hour");
        }

        return (startsAt, WallTime.InDenmark(startsAt.AddHours(1)), false);
    }

    private ImmutableArray<Occurrence> Nothing(string problem)
    {
        _problems.Add(problem);
        return [];
    }
}
