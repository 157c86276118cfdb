using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Expands one event, series or dialogue meeting into its dates.</summary>
/// <param name="document">The document.</param>
/// <param name="path">The address of its page.</param>
/// <param name="overrides">The documents that each change one date of a series, or all from one on.</param>
/// <param name="context">What the dates of a series depend on besides.</param>
internal sealed class OccurrenceExpansion(PublishedDocument document, string path, IEnumerable<PublishedDocument> overrides, SeriesContext context)
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
            ? [Make(OccurrenceIds.Of(document.Key), source, [], new DatePlan(start, WallTime.Read(document.ValueOf("endsAt")), WallTime.Read(document.ValueOf("previousStart"))), allDay: false, null)]
            : Nothing("it has no start that can be read");

    private ImmutableArray<Occurrence> Series()
    {
        if (!Repetition.TryRead(document.ValueOf(Repetition.Alias), out _, out var problem) && problem is not null)
        {
            _problems.Add($"its recurrence cannot be read: {problem}");
        }

        var dates = SeriesDates.Of(alias => document.ValueOf(alias), context).Where(date => date.SkippedFor is null).ToImmutableArray();
        var changes = new SeriesChanges<PublishedDocument>(Changes(), dates);
        _problems.AddRange(changes.WithoutDate.Select(lost => $"{lost.Key} changes a date that the series does not have, or that another document changes already"));
        return [.. dates.Select(date =>
        {
            var layers = changes.For(date);
            return Make(
                date.IdIn(document.Key), OccurrenceSource.Series, [.. layers.Select(layer => layer.Source)], DatePlan.Of(date, layers), date.AllDay, date.Note);
        })];
    }

    private IEnumerable<(DateChange Change, PublishedDocument Source)> Changes()
    {
        foreach (var source in overrides)
        {
            if (DateChange.Of(source.Content) is { } change)
            {
                yield return (change, source);
            }
            else
            {
                _problems.Add($"{source.Key} does not say which date it changes");
            }
        }
    }

    private Occurrence Make(Guid id, OccurrenceSource source, ImmutableArray<PublishedDocument> changes, DatePlan plan, bool allDay, string? note)
    {
        JsonElement? Value(string alias) => Occurrence.ValueOf(document, changes, alias);

        allDay = Value("allDay").AsFlag() ?? allDay;
        var (startsAt, endsAt, endIsKnown) = allDay ? WholeDays(plan.Start, plan.End) : Hours(plan.Start, plan.End);
        var status = Vocabulary.Statuses.Find(Value("status").AsText()) ?? OccurrenceStatus.Scheduled;
        return new Occurrence
        {
            Id = id,
            Document = document,
            Changes = changes,
            Source = source,
            StartsAt = startsAt,
            EndsAt = endsAt,
            EndIsKnown = endIsKnown,
            AllDay = allDay,
            Title = Value("title").AsText() ?? document.NameIn(),
            Teaser = Value("teaser").AsText(),
            Slug = path[(path.LastIndexOf('/') + 1)..],
            Path = path,
            Status = changes.Any(change => change.Flag("cancelDate")) ? OccurrenceStatus.Cancelled
                : status == OccurrenceStatus.Scheduled && plan.PreviousStart is not null ? OccurrenceStatus.Rescheduled
                : status,
            PreviousStart = plan.PreviousStart is { } previous ? WallTime.ToInstant(previous) : null,
            StatusReason = Value("statusReason").AsText(),
            Note = note,
            Kind = Vocabulary.Kinds.Find(Value("kind").AsText()) ?? EventKind.Event,
            AttendanceMode = Vocabulary.AttendanceModes.Find(Value("attendanceMode").AsText()) ?? AttendanceMode.Physical,
            PlaceKey = Value("place").AsKeys() is [var place, ..] ? place : null,
            OrganiserKey = Value("organiser").AsKeys() is [var organiser, ..] ? organiser : null,
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
