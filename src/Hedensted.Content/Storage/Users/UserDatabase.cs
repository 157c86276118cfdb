using Hedensted.Content.Changes;
using Hedensted.Content.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hedensted.Content.Storage.Users;

/// <summary>The way to the users' tables in the site's database, SQLite or PostgreSQL.</summary>
/// <remarks>Whatever is wrong with the database comes as <see cref="StorageUnavailableException"/>, as it does for content.</remarks>
internal sealed class UserDatabase
{
    private readonly DbContextOptions<UsersContext> _options;
    private readonly StorageSettings _settings;
    private readonly WriteQueue _queue;
    private readonly SaveSignal _saved;
    private readonly ActingUser _acting;
    private readonly TimeProvider _time;

    public UserDatabase(StorageSettings settings, WriteQueue queue, SaveSignal saved, ActingUser acting, TimeProvider time)
    {
        (_settings, _queue, _saved, _acting, _time) = (settings, queue, saved, acting, time);
        var builder = new DbContextOptionsBuilder<UsersContext>()
            // Migrations are written by hand and there is no snapshot to compare the model with.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        _options = settings.Provider == StorageProvider.Sqlite
            ? builder
                .UseSqlite(settings.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(UsersContext.MigrationsTable))
                .AddInterceptors(new SqlitePragmas())
                .Options
            : builder.UseNpgsql(settings.ConnectionString, npgsql => npgsql.MigrationsHistoryTable(UsersContext.MigrationsTable)).Options;
    }

    /// <summary>A context for one unit of work.</summary>
    public UsersContext Open() => new(_options);

    /// <summary>Reads with statements of their own.</summary>
    public Task<T> ReadAsync<T>(Func<UsersContext, Task<T>> read) =>
        StorageFailures.GuardAsync(
            () => Beginning.WithinAsync(async _ =>
            {
                await using var context = Open();
                return await read(context);
            }));

    /// <summary>Writes in one transaction, behind what other rooms write. Nothing is written when <paramref name="write"/> throws.</summary>
    public Task<T> WriteAsync<T>(Func<UsersContext, Task<T>> write, CancellationToken cancellationToken) => UndoUnlessAsync(_ => true, write, cancellationToken);

    /// <summary>As the other, for a write that also has something of its own for the journal.</summary>
    public Task<T> WriteAsync<T>(Func<UsersContext, JournalNotes, Task<T>> write, CancellationToken cancellationToken) => UndoUnlessAsync(_ => true, write, cancellationToken);

    /// <summary>Writes in one transaction; nothing is written when <paramref name="write"/> throws or its answer is not <paramref name="good"/>.</summary>
    public Task<T> UndoUnlessAsync<T>(Func<T, bool> good, Func<UsersContext, Task<T>> write, CancellationToken cancellationToken) =>
        UndoUnlessAsync(good, (context, _) => write(context), cancellationToken);

    private Task<T> UndoUnlessAsync<T>(Func<T, bool> good, Func<UsersContext, JournalNotes, Task<T>> write, CancellationToken cancellationToken) =>
        _queue.InTurnAsync(
            () => Beginning.WithinAsync(async beginning =>
            {
                await using var context = Open();
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                if (_settings.Provider == StorageProvider.PostgreSql)
                {
                    await context.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '3500ms'", cancellationToken);
                }

                beginning.Begun();
                var notes = new SaveNotes(context);
                var journal = new JournalNotes(context);
                var result = await write(context, journal);
                if (good(result))
                {
                    await context.SaveChangesAsync(cancellationToken);
                    await journal.WriteAsync(_acting.Key, _time.GetUtcNow(), cancellationToken);
                    var noted = await notes.WriteAsync(cancellationToken);
                    if (noted is not null && _settings.Provider == StorageProvider.PostgreSql)
                    {
                        await context.Database.ExecuteSqlAsync($"SELECT pg_notify({FeedSignal.Channel}, '')", cancellationToken);
                    }

                    await transaction.CommitAsync(CancellationToken.None);
                    if (noted is not null)
                    {
                        _saved.Pulse(noted);
                    }
                }

                return result;
            }),
            cancellationToken);

    /// <summary>In a transaction, makes other writers of users and groups wait, so that what is looked up still holds at the end of it.</summary>
    public async Task LockAsync(UsersContext context, CancellationToken cancellationToken)
    {
        // On SQLite the transaction began IMMEDIATE and holds the lock already.
        if (_settings.Provider == StorageProvider.PostgreSql)
        {
            await context.Database.ExecuteSqlRawAsync("LOCK TABLE users, user_groups IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        }
    }
}
