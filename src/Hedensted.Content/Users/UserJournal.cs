using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>A line of the journal.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="SubjectKey">The user or group that it happened to.</param>
/// <param name="SubjectName">What they were called then.</param>
/// <param name="ActorKey">Who did it; null when nobody was signed in.</param>
/// <param name="Detail">More, in Danish; never a secret.</param>
public sealed record JournalLine(DateTimeOffset At, UserEvent What, Guid SubjectKey, string SubjectName, Guid? ActorKey, string? Detail);

/// <summary>What was done to users and groups, by whom. It is written in the transaction that does it, and outlives whom it is about.</summary>
public sealed class UserJournal
{
    private readonly UserDatabase _database;

    internal UserJournal(UserDatabase database) => _database = database;

    /// <summary>Newest first, and how many there are.</summary>
    /// <param name="subjectKey">About one user or group; null is about all.</param>
    /// <param name="skip">Lines to pass over.</param>
    /// <param name="take">Lines at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(int Total, IReadOnlyList<JournalLine> Lines)> ReadAsync(Guid? subjectKey, int skip, int take, CancellationToken cancellationToken)
    {
        var (total, rows) = await _database.ReadAsync(async context =>
        {
            var about = context.Journal.AsNoTracking().Where(line => subjectKey == null || line.SubjectKey == subjectKey);
            return (
                await about.CountAsync(cancellationToken),
                await about.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Skip(skip).Take(take).ToListAsync(cancellationToken));
        });
        return (total, [.. rows.Select(LineOf)]);
    }

    /// <summary>Notes what no store writes of itself, such as a wrong password.</summary>
    public Task NoteAsync(UserEvent what, IReadOnlyCollection<Guid> userKeys, CancellationToken cancellationToken) => _database.WriteAsync(
        (_, notes) =>
        {
            foreach (var key in userKeys)
            {
                notes.Add(what, key);
            }

            return Task.FromResult(true);
        },
        cancellationToken);

    /// <summary>Forgets what is older.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var moment = before.ToUnixTimeMilliseconds();
        return _database.WriteAsync(context => context.Journal.Where(line => line.At < moment).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static JournalLine LineOf(JournalRow row) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(row.At), Enum.Parse<UserEvent>(row.What), row.SubjectKey, row.SubjectName, row.ActorKey, row.Detail);
}
