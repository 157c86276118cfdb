using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Hedensted.Content.Changes;
using Hedensted.Content.Instrumentation;
using Hedensted.Content.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hedensted.Content.Storage;

/// <summary>The way to the tables: reads that hinder nobody, writes that queue instead of failing.</summary>
/// <remarks>
/// Content is written by one transaction at a time (on PostgreSQL by the lock on the feed's head, on SQLite by its own lock), so a rule that
/// is checked in a transaction (a free name, a published parent) still holds when it commits, and positions come in commit order.
/// </remarks>
internal sealed class ContentDatabase(
    IDbContextFactory<ContentDbContext> contexts, StorageSettings settings, WriteQueue queue, SchemaCache schemas, FeedSignal signal, SaveSignal saved, TimeProvider time)
{
    public StorageProvider Provider => settings.Provider;

    /// <summary>Reads with statements of their own.</summary>
    public Task<T> ReadAsync<T>(Func<ContentDbContext, Task<T>> read, CancellationToken cancellationToken) =>
        StorageFailures.GuardAsync(
            () => Beginning.WithinAsync(async _ =>
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                return await read(context);
            }));

    /// <summary>Reads everything as of one moment.</summary>
    public Task<T> ReadAtOnceAsync<T>(Func<ContentDbContext, Task<T>> read, CancellationToken cancellationToken) =>
        StorageFailures.GuardAsync(
            async () =>
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                await context.Database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await BeginReadAsync(context.Database.GetDbConnection(), cancellationToken);
                await context.Database.UseTransactionAsync(transaction, cancellationToken);
                return await read(context);
            });

    /// <summary>Reads as of one moment with plain SQL.</summary>
    public Task<T> ReadMomentAsync<T>(Func<Moment, Task<T>> read, CancellationToken cancellationToken) =>
        StorageFailures.GuardAsync(
            async () =>
            {
                await using var connection = await OpenAsync(cancellationToken);
                await using var transaction = await BeginReadAsync(connection, cancellationToken);
                return await read(new Moment(connection, transaction));
            });

    /// <summary>Writes content: one transaction, alone, with the change feed. Nothing is written when <paramref name="write"/> throws.</summary>
    public async Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> write, CancellationToken cancellationToken)
    {
        using var activity = ContentInstruments.BeginWrite();
        var asked = Stopwatch.GetTimestamp();
        return await InTurnAsync(
            async (context, beginning) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                var head = await LockHeadAsync(context, beginning, cancellationToken);
                var schema = await schemas.ReadAsync(context, head.SchemaPosition, cancellationToken);
                var notes = new SaveNotes(context);
                var session = new WriteSession(context, head, schema, notes, Now());
                var result = await write(session);
                await session.FlushAsync(cancellationToken);
                var noted = await notes.WriteAsync(cancellationToken);
                if ((session.ReadersAreAffected || noted is not null) && Provider == StorageProvider.PostgreSql)
                {
                    await context.Database.ExecuteSqlAsync($"SELECT pg_notify({FeedSignal.Channel}, '')", cancellationToken);
                }

                await transaction.CommitAsync(CancellationToken.None);
                if (session.ReadersAreAffected)
                {
                    signal.Pulse();
                    ContentInstruments.Published(asked);
                    activity?.SetTag("hedensted.position", session.Position?.Value);
                }

                saved.Pulse(noted);
                return result;
            },
            cancellationToken);
    }

    /// <summary>Writes what is not content (counts, marks on versions): one transaction that neither waits for the feed nor moves it.</summary>
    public Task<T> WriteRuntimeAsync<T>(Func<ContentDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        InTurnAsync(
            async (context, beginning) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                await LimitWaitingAsync(context, cancellationToken);
                beginning.Begun();
                var result = await write(context);
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            cancellationToken);

    /// <summary>In a transaction, makes other servers that do the same work wait until it ends.</summary>
    /// <param name="context">The tables, in the transaction.</param>
    /// <param name="work">What the work is called.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task WaitForTurnAsync(ContentDbContext context, string work, CancellationToken cancellationToken)
    {
        // On SQLite the transaction began IMMEDIATE and holds the lock already.
        if (Provider == StorageProvider.PostgreSql)
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({work}))", cancellationToken);
        }
    }

    /// <summary>This moment, in the precision that is stored.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private Task<T> InTurnAsync<T>(Func<ContentDbContext, Beginning, Task<T>> write, CancellationToken cancellationToken) =>
        queue.InTurnAsync(
            () => Beginning.WithinAsync(async beginning =>
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                return await write(context, beginning);
            }),
            cancellationToken);

    private async Task LimitWaitingAsync(ContentDbContext context, CancellationToken cancellationToken)
    {
        if (Provider == StorageProvider.PostgreSql)
        {
            // Before the command gives up by itself: what only waits for others is told as that, and keeps its connection.
            await context.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '3500ms'", cancellationToken);
        }
    }

    private async Task<FeedHeadRow> LockHeadAsync(ContentDbContext context, Beginning beginning, CancellationToken cancellationToken)
    {
        if (Provider == StorageProvider.Sqlite)
        {
            // The transaction began IMMEDIATE and holds the lock already.
            beginning.Begun();
            return await context.FeedHead.SingleAsync(cancellationToken);
        }

        await LimitWaitingAsync(context, cancellationToken);
        beginning.Begun();
        return (await context.FeedHead.FromSqlRaw("SELECT * FROM feed_head FOR UPDATE").ToListAsync(cancellationToken)).Single();
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = Provider == StorageProvider.Sqlite ? new SqliteConnection(settings.ConnectionString) : new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (Provider == StorageProvider.Sqlite)
            {
                await SqlitePragmas.SetUpAsync(connection, cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true) // takes no lock, and the log keeps what it sees as it was at the first read
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
