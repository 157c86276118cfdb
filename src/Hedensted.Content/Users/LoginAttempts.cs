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

    private readonly UserDatabase _database;

    internal LoginAttempts(UserDatabase database) => _database = database;

    /// <summary>Until when nobody gets in with this name; null when it is open.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = HashOf(name);
        var moment = now.ToUnixTimeMilliseconds();
        await using var context = _database.Open();
        var until = await context.LoginAttempts
            .Where(row => row.NameHash == hash && row.LockedUntil > moment)
            .Select(row => row.LockedUntil)
            .SingleOrDefaultAsync(cancellationToken);
        return until is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>One wrong password more. The fifth locks the name for 5 minutes; five more for 15, then for 60 each.</summary>
    /// <returns>Until when the name is locked from now on; null when it is still open.</returns>
    public async Task<DateTimeOffset?> FailAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = HashOf(name);
        var moment = now.ToUnixTimeMilliseconds();
        await using var context = _database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // Counting by the database, so that guesses sent at the same time are each counted.
        var counted = await context.LoginAttempts.Where(row => row.NameHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Failures, row => row.Failures + 1).SetProperty(row => row.UpdatedAt, moment), cancellationToken);
        if (counted == 0)
        {
            context.LoginAttempts.Add(new LoginAttemptsRow { NameHash = hash, Failures = 1, Locks = 0, UpdatedAt = moment });
            await context.SaveChangesAsync(cancellationToken);
        }

        var attempts = await context.LoginAttempts.SingleAsync(row => row.NameHash == hash, cancellationToken);
        DateTimeOffset? until = null;
        if (attempts.Failures >= FailuresBeforeLock)
        {
            until = now + LockDurations[Math.Min(attempts.Locks, LockDurations.Length - 1)];
            (attempts.Failures, attempts.Locks, attempts.LockedUntil) = (0, attempts.Locks + 1, until.Value.ToUnixTimeMilliseconds());
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return until;
    }

    /// <summary>The right password: earlier failures no longer count.</summary>
    public async Task SucceedAsync(string name, CancellationToken cancellationToken)
    {
        var hash = HashOf(name);
        await using var context = _database.Open();
        await context.LoginAttempts.Where(row => row.NameHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Forgets names that nobody has tried for a day.</summary>
    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = (now - Memory).ToUnixTimeMilliseconds();
        await using var context = _database.Open();
        await context.LoginAttempts.Where(row => row.UpdatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(UserMapping.EmailKey(name))));
}
