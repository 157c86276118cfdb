using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Attendance;

/// <summary>How many came to what was held, and what they thought of it: tables beside the content, which no publishing touches and no deletion empties.</summary>
public sealed class AttendanceLedger
{
    private const string Counts =
        """
        SELECT occurrence_id, event_key, title, starts_at, place_key, place_name, outside_house, citizen_led, focus_areas,
               total, children, young, adults, very_adult, method, note, counted_by, counted_at
        FROM occurrence_count
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ContentDatabase _database;

    internal AttendanceLedger(ContentDatabase database) => _database = database;

    /// <summary>All that is known, as of one moment.</summary>
    /// <remarks>Read with plain SQL: every server asks each minute, and one that only reads need not wake the object mapper for it.</remarks>
    public Task<(ImmutableArray<AttendanceCount> Counts, ImmutableArray<FeedbackTally> Feedback)> ReadAsync(CancellationToken cancellationToken) => _database.ReadMomentAsync(
        async moment =>
        {
            var counts = await moment.ReadAsync(Counts, CountIn, cancellationToken);
            var feedback = await moment.ReadAsync(
                "SELECT occurrence_id, starts_at, score, answers FROM occurrence_feedback",
                row => new FeedbackTally(row.GetGuid(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt32(2), row.GetInt32(3)),
                cancellationToken);
            return (counts.ToImmutableArray(), feedback.ToImmutableArray());
        },
        cancellationToken);

    /// <summary>The counts of dates that began in a time, its end not included; in no particular order.</summary>
    public Task<IReadOnlyList<AttendanceCount>> CountsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<AttendanceCount>>(
        async context => (await context.Set<OccurrenceCountRow>().AsNoTracking().Where(row => row.StartsAt >= from && row.StartsAt < to).ToListAsync(cancellationToken)).ConvertAll(CountOf),
        cancellationToken);

    /// <summary>The count of a date; null when it has none.</summary>
    public Task<AttendanceCount?> FindAsync(Guid occurrenceId, CancellationToken cancellationToken) => _database.ReadAsync(
        async context => await context.Set<OccurrenceCountRow>().AsNoTracking().SingleOrDefaultAsync(row => row.OccurrenceId == occurrenceId, cancellationToken) is { } row ? CountOf(row) : null,
        cancellationToken);

    /// <summary>Writes a count down, or corrects the one that there is.</summary>
    /// <param name="date">What the date is now.</param>
    /// <param name="people">How many came.</param>
    /// <param name="method">How they were counted.</param>
    /// <param name="note">More about it.</param>
    /// <param name="userKey">Who counted.</param>
    /// <param name="known"><see cref="AttendanceCount.CountedAt"/> of the count that is corrected; null for a date without one.</param>
    /// <param name="cancellationToken">The caller stopped waiting.</param>
    /// <returns>The count; null when another one has been written meanwhile, and nothing was changed.</returns>
    public Task<AttendanceCount?> WriteAsync(
        AttendedDate date, AttendedBy people, string method, string? note, Guid userKey, DateTimeOffset? known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(date);
        ArgumentNullException.ThrowIfNull(people);
        return _database.WriteRuntimeAsync(
            async context =>
            {
                // Later than what it corrects, also when two clocks disagree: it says which version of the count somebody saw.
                var now = _database.Now();
                now = known >= now ? known.Value.AddMilliseconds(1) : now;
                var written = known is { } version
                    ? await CorrectAsync(context, date.OccurrenceId, people, method, note, userKey, version, now, cancellationToken)
                    : await AddAsync(context, date, people, method, note, userKey, now, cancellationToken);
                return written == 0
                    ? null
                    : CountOf(await context.Set<OccurrenceCountRow>().AsNoTracking().SingleAsync(row => row.OccurrenceId == date.OccurrenceId, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Takes a count out again.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RemoveAsync(Guid occurrenceId, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context => await context.Set<OccurrenceCountRow>().Where(row => row.OccurrenceId == occurrenceId).ExecuteDeleteAsync(cancellationToken) > 0,
        cancellationToken);

    /// <summary>Adds one answer about a date.</summary>
    /// <param name="occurrenceId">The date.</param>
    /// <param name="eventKey">The document that it comes from.</param>
    /// <param name="startsAt">When it began.</param>
    /// <param name="score">1 to 5.</param>
    /// <param name="cancellationToken">The caller stopped waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is not 1 to 5.</exception>
    public Task AnswerAsync(Guid occurrenceId, Guid eventKey, DateTimeOffset startsAt, int score, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, 5);
        var started = startsAt.ToUnixTimeMilliseconds();
        return _database.WriteRuntimeAsync(
            context => context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO occurrence_feedback (occurrence_id, score, event_key, starts_at, answers) VALUES ({occurrenceId}, {score}, {eventKey}, {started}, 1)
                ON CONFLICT (occurrence_id, score) DO UPDATE SET answers = occurrence_feedback.answers + 1
                """,
                cancellationToken),
            cancellationToken);
    }

    // The row decides: of two colleagues who count at once the database lets one write, and the other is told.
    private static Task<int> AddAsync(
        ContentDbContext context, AttendedDate date, AttendedBy people, string method, string? note, Guid userKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (started, counted) = (date.StartsAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        var areas = JsonSerializer.Serialize(date.FocusAreas, Json);
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO occurrence_count
                (occurrence_id, event_key, title, starts_at, place_key, place_name, outside_house, citizen_led, focus_areas,
                 total, children, young, adults, very_adult, method, note, counted_by, counted_at)
            VALUES
                ({date.OccurrenceId}, {date.EventKey}, {date.Title}, {started}, {date.PlaceKey}, {date.PlaceName}, {date.IsOutsideHouse}, {date.IsCitizenLed}, {areas},
                 {people.Total}, {people.Children}, {people.Young}, {people.Adults}, {people.VeryAdult}, {method}, {note}, {userKey}, {counted})
            ON CONFLICT (occurrence_id) DO NOTHING
            """,
            cancellationToken);
    }

    // What the date was stays: the document may have changed since, or be gone.
    private static Task<int> CorrectAsync(
        ContentDbContext context,
        Guid occurrenceId,
        AttendedBy people,
        string method,
        string? note,
        Guid userKey,
        DateTimeOffset version,
        DateTimeOffset now,
        CancellationToken cancellationToken) => context.Set<OccurrenceCountRow>()
        .Where(row => row.OccurrenceId == occurrenceId && row.CountedAt == version)
        .ExecuteUpdateAsync(
            row => row
                .SetProperty(count => count.Total, people.Total)
                .SetProperty(count => count.Children, people.Children)
                .SetProperty(count => count.Young, people.Young)
                .SetProperty(count => count.Adults, people.Adults)
                .SetProperty(count => count.VeryAdult, people.VeryAdult)
                .SetProperty(count => count.Method, method)
                .SetProperty(count => count.Note, note)
                .SetProperty(count => count.CountedBy, userKey)
                .SetProperty(count => count.CountedAt, now),
            cancellationToken);

    private static AttendanceCount CountOf(OccurrenceCountRow row) => new(
        new AttendedDate(row.OccurrenceId, row.EventKey, row.Title, row.StartsAt, row.PlaceKey, row.PlaceName, row.OutsideHouse, row.CitizenLed, AreasIn(row.FocusAreas)),
        new AttendedBy(row.Total, row.Children, row.Young, row.Adults, row.VeryAdult),
        row.Method,
        row.Note,
        row.CountedBy,
        row.CountedAt);

    private static AttendanceCount CountIn(DbDataReader row) => new(
        new AttendedDate(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            row.IsDBNull(4) ? null : row.GetGuid(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            row.GetBoolean(6),
            row.GetBoolean(7),
            AreasIn(row.GetString(8))),
        new AttendedBy(row.GetInt32(9), NumberIn(row, 10), NumberIn(row, 11), NumberIn(row, 12), NumberIn(row, 13)),
        row.GetString(14),
        row.IsDBNull(15) ? null : row.GetString(15),
        row.GetGuid(16),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(17)));

    private static int? NumberIn(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static ImmutableArray<AttendedFocusArea> AreasIn(string json) => JsonSerializer.Deserialize<ImmutableArray<AttendedFocusArea>>(json, Json);
}
