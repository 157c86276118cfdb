using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Engagement;

/// <summary>What somebody writes down about a date that was held.</summary>
/// <param name="People">How many came.</param>
/// <param name="Method">One of <see cref="Counting.Methods"/>.</param>
/// <param name="Note">More about it, for colleagues.</param>
/// <param name="Known">Which version of the count is corrected; null for a date without one.</param>
public sealed record CountEntry(AttendedBy People, string? Method, string? Note, DateTimeOffset? Known);

/// <summary>A date to count, and what is known of it.</summary>
/// <param name="Occurrence">The date as the calendar has it; null when its document is gone.</param>
/// <param name="Count">Its count; null when it has none.</param>
public sealed record CountSubject(Occurrence? Occurrence, AttendanceCount? Count)
{
    /// <summary>The document that it comes or came from.</summary>
    public Guid EventKey => Occurrence?.Document.Key ?? Count!.Date.EventKey;
}

/// <summary>What became of a count.</summary>
public enum CountStatus
{
    /// <summary>It is written down.</summary>
    Written,

    /// <summary>The date has not begun, or was not held.</summary>
    NotHeld,

    /// <summary>It is wrong in itself; see the errors.</summary>
    Invalid,

    /// <summary>A colleague has counted, corrected or taken it out meanwhile.</summary>
    Changed,
}

/// <summary>What became of a count.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Count">The count that stands now; null when there is none.</param>
/// <param name="Errors">What is wrong, by field.</param>
public sealed record CountResult(CountStatus Status, AttendanceCount? Count, ImmutableArray<(string Field, string Message)> Errors);

/// <summary>Writes down how many came. Nothing is published by it.</summary>
public sealed class Counting(AttendanceLedger ledger, TimeProvider time)
{
    /// <summary>The most people of one date.</summary>
    public const int Most = 100_000;

    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>How one counts, the usual way first.</summary>
    public static ImmutableArray<string> Methods { get; } = ["Talt", "Skøn", "Billetter", "Tælleapparat"];

    /// <summary>The date with this id; null when neither the calendar nor any count has it.</summary>
    public async Task<CountSubject?> FindAsync(Edition edition, Guid occurrenceId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var subject = new CountSubject(edition.Projection<EventCalendar>().Find(occurrenceId), await ledger.FindAsync(occurrenceId, cancellationToken));
        return subject is { Occurrence: null, Count: null } ? null : subject;
    }

    /// <summary>Writes a count down, or corrects it.</summary>
    public async Task<CountResult> WriteAsync(Edition edition, CountSubject subject, CountEntry entry, Guid userKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entry);
        if (ErrorsIn(entry) is { IsEmpty: false } errors)
        {
            return new(CountStatus.Invalid, subject.Count, errors);
        }

        if (subject.Count?.CountedAt != entry.Known)
        {
            return new(CountStatus.Changed, subject.Count, []);
        }

        if (subject.Count is null && !HeldDates.HasBegun(subject.Occurrence!, time.GetUtcNow()))
        {
            return new(CountStatus.NotHeld, null, []);
        }

        var date = subject.Count?.Date ?? new HeldDates(edition).Describe(subject.Occurrence!);
        var note = string.IsNullOrWhiteSpace(entry.Note) ? null : entry.Note.Trim();
        return await ledger.WriteAsync(date, entry.People, entry.Method!, note, userKey, entry.Known, cancellationToken) is { } written
            ? new(CountStatus.Written, written, [])
            : new(CountStatus.Changed, await ledger.FindAsync(date.OccurrenceId, cancellationToken), []);
    }

    private static ImmutableArray<(string Field, string Message)> ErrorsIn(CountEntry entry)
    {
        var people = entry.People;
        (string Field, int? Number)[] parts = [("children", people.Children), ("young", people.Young), ("adults", people.Adults), ("veryAdult", people.VeryAdult)];
        var errors = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (field, number) in parts.Prepend(("total", people.Total)))
        {
            if (number is < 0 or > Most)
            {
                errors.Add((field, $"Skriv et tal fra 0 til {Most}."));
            }
        }

        if (errors.Count == 0 && parts.Sum(part => (long)(part.Number ?? 0)) is var known && known > people.Total)
        {
            errors.Add(("total", $"Aldersgrupperne giver {known} tilsammen, og det er flere end {people.Total} i alt. Ret et af tallene."));
        }

        if (entry.Method is null || !Methods.Contains(entry.Method))
        {
            errors.Add(("method", $"Vælg, hvordan der er talt: {string.Join(", ", Methods)}."));
        }

        if (entry.Note?.Trim().Length > LongestNote)
        {
            errors.Add(("note", $"Skriv højst {LongestNote} tegn."));
        }

        return errors.DrainToImmutable();
    }
}
