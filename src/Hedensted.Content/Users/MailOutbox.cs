using Hedensted.Content.Storage.Users;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>A letter that waits to be sent.</summary>
/// <param name="Id">Permanent identity.</param>
/// <param name="Content">Recipient and text, sealed by whoever wrote it: a link in it is worth a password.</param>
public sealed record OutgoingLetter(Guid Id, string Content)
{
    /// <summary>How many times it has been tried in vain.</summary>
    public int Attempts { get; init; }
}

/// <summary>Letters on their way out. They are put in with what they are about, and taken out when the mail server has them.</summary>
public sealed class MailOutbox
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly UserDatabase _database;

    internal MailOutbox(UserDatabase database) => _database = database;

    /// <summary>How long after a failed attempt the next one comes: 5 seconds, and each time twice as long, up to half an hour.</summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return pause < Longest ? pause : Longest;
    }

    /// <summary>Takes the letter that has waited longest; nobody else gets it for two minutes. Null when none is due.</summary>
    public Task<OutgoingLetter?> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            // What is due later than any pause was put off by a clock that was ahead and has been set back.
            var (moment, last) = (now.ToUnixTimeMilliseconds(), (now + Longest + Slack).ToUnixTimeMilliseconds());
            await context.Letters.Where(letter => letter.ExpiresAt <= moment).ExecuteDeleteAsync(cancellationToken); // its link no longer works
            var row = await context.Letters.AsNoTracking().Where(letter => letter.DueAt <= moment || letter.DueAt > last).OrderBy(letter => letter.DueAt).FirstOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                return null;
            }

            var until = (now + Lease).ToUnixTimeMilliseconds();
            var taken = await context.Letters
                .Where(letter => letter.Id == row.Id && letter.DueAt == row.DueAt)
                .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.DueAt, until).SetProperty(letter => letter.Attempts, row.Attempts + 1), cancellationToken);
            return taken == 1 ? new OutgoingLetter(row.Id, row.Letter) { Attempts = row.Attempts + 1 } : null;
        },
        cancellationToken);

    /// <summary>How many letters wait, and for how long the first of them has been due; a letter that is being sent counts among them.</summary>
    public Task<(int Waiting, TimeSpan Overdue)> WaitingAsync(DateTimeOffset now, CancellationToken cancellationToken) => _database.ReadAsync(
        async context =>
        {
            var due = await context.Letters.AsNoTracking().Select(letter => letter.DueAt).OrderBy(at => at).ToListAsync(cancellationToken);
            return (due.Count, due.Count > 0 && due[0] < now.ToUnixTimeMilliseconds() ? now - DateTimeOffset.FromUnixTimeMilliseconds(due[0]) : TimeSpan.Zero);
        });

    /// <summary>The mail server has it.</summary>
    public Task SentAsync(Guid id, CancellationToken cancellationToken) =>
        _database.WriteAsync(context => context.Letters.Where(letter => letter.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>The mail server does not have it; it is tried again later.</summary>
    public Task FailedAsync(OutgoingLetter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var due = (now + PauseAfter(letter.Attempts)).ToUnixTimeMilliseconds();
        return _database.WriteAsync(
            context => context.Letters.Where(row => row.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due), cancellationToken),
            cancellationToken);
    }
}
