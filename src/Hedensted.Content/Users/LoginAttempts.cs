using System.Security.Cryptography;
using System.Text;
using Hedensted.Content.Storage.Users;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>Counts wrong passwords by the name that was tried, so that a name nobody has is treated as one that somebody has.</summary>
public sealed class LoginAttempts
{
    private const int FailuresBeforeLock = 5;
    private static readonly TimeSpan[] LockDurations = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    // Servers' clocks differ, and are put right by a little; none of that opens a lock.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly UserDatabase _database;

    internal LoginAttempts(UserDatabase database) => _database = database;

    /// <summary>Until when nobody gets in with this name; null when it is open.</summary>
    /// <remarks>A lock that is longer than the longest one is from a clock that was ahead and has been set back, and locks nobody out.</remarks>
    public async Task<DateTimeOffset?> LockedUntilAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = HashOf(name);
        var (moment, last) = (now.ToUnixTimeMilliseconds(), (now + LockDurations[^1] + Slack).ToUnixTimeMilliseconds());
        var until = await _database.ReadAsync(context => context.LoginAttempts
            .Where(row => row.NameHash == hash && row.LockedUntil > moment && row.LockedUntil <= last)
            .Select(row => row.LockedUntil)
            .SingleOrDefaultAsync(cancellationToken));
        return until is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>Wrong passwords since the last right one, and until when the name is locked, for each of these names that has any.</summary>
    public async Task<IReadOnlyDictionary<string, FailedLogins>> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var hashes = names.Distinct(StringComparer.Ordinal).ToDictionary(HashOf, name => name, StringComparer.Ordinal);
        var keys = hashes.Keys.ToArray();
        var rows = await _database.ReadAsync(context => context.LoginAttempts.AsNoTracking().Where(row => keys.Contains(row.NameHash)).ToListAsync(cancellationToken));
        return rows.ToDictionary(
            row => hashes[row.NameHash],
            row => new FailedLogins(row.Failures, row.LockedUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null),
            StringComparer.Ordinal);
    }

    /// <summary>One wrong password more. The fifth locks the name for 5 minutes; five more for 15, then for 60 each.</summary>
    /// <returns>Until when the name is locked from now on; null when it is still open.</returns>
    public Task<DateTimeOffset?> FailAsync(string name, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(context => FailAsync(context, HashOf(name), now, cancellationToken), cancellationToken);

    /// <summary>The right password: earlier failures no longer count.</summary>
    public Task SucceedAsync(string name, CancellationToken cancellationToken)
    {
        var hash = HashOf(name);
        return _database.WriteAsync(context => context.LoginAttempts.Where(row => row.NameHash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Forgets names that nobody has tried for a day, and what a clock counted that was ahead: else it would lock once more when that time comes.</summary>
    public Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (before, after) = ((now - Memory).ToUnixTimeMilliseconds(), (now + Slack).ToUnixTimeMilliseconds());
        return _database.WriteAsync(context => context.LoginAttempts.Where(row => row.UpdatedAt < before || row.UpdatedAt > after).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static async Task<DateTimeOffset?> FailAsync(UsersContext context, string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Counted by the database in one statement, so that guesses sent at the same time are each counted, the first of a name too.
        var moment = now.ToUnixTimeMilliseconds();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO login_attempts ("NameHash", "Failures", "Locks", "UpdatedAt") VALUES ({hash}, 1, 0, {moment})
            ON CONFLICT ("NameHash") DO UPDATE SET "Failures" = login_attempts."Failures" + 1, "UpdatedAt" = excluded."UpdatedAt"
            """,
            cancellationToken);
        var attempts = await context.LoginAttempts.SingleAsync(row => row.NameHash == hash, cancellationToken);
        if (attempts.Failures < FailuresBeforeLock)
        {
            return null;
        }

        var until = now + LockDurations[Math.Min(attempts.Locks, LockDurations.Length - 1)];
        (attempts.Failures, attempts.Locks, attempts.LockedUntil) = (0, attempts.Locks + 1, until.ToUnixTimeMilliseconds());
        return until;
    }

    private static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(UserMapping.EmailKey(name))));
}

/// <summary>What is remembered about a name that was tried in vain.</summary>
/// <param name="Failures">Wrong passwords since the name was last locked or got in.</param>
/// <param name="LockedUntil">When a lock ends or ended; null when it was never locked.</param>
public sealed record FailedLogins(int Failures, DateTimeOffset? LockedUntil);
