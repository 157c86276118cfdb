using System.Data.Common;

namespace Hedensted.Content.Storage;

/// <summary>The database as of one moment, read with plain SQL.</summary>
/// <remarks>
/// For what a start and every change wait for: a site that only reads need not wake the object mapper, and a hundred thousand rows need not
/// pass through it. Statements run on both databases and take keys as their only parameters.
/// </remarks>
internal sealed class Moment(DbConnection connection, DbTransaction transaction)
{
    /// <summary>Whether it is read on the caller's thread: then every task that it gives has ended already.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>How long statements may take from now on, in whole seconds; null for what the connection says.</summary>
    public TimeSpan? Patience { get; set; }

    /// <summary>Keys per statement; both databases have a limit for parameters.</summary>
    private const int Batch = 500;

    /// <summary>The rows of a statement.</summary>
    public async Task<List<T>> ReadAsync<T>(string statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(statement);
        return await RowsAsync(command, row, cancellationToken);
    }

    /// <summary>The rows of three statements that are sent as one: another server is not asked three times.</summary>
    public async Task<(List<TFirst> First, List<TSecond> Second, List<TThird> Third)> ReadAsync<TFirst, TSecond, TThird>(
        (string Statement, Func<DbDataReader, TFirst> Row) first,
        (string Statement, Func<DbDataReader, TSecond> Row) second,
        (string Statement, Func<DbDataReader, TThird> Row) third,
        CancellationToken cancellationToken)
    {
        await using var command = CommandOf($"{first.Statement}; {second.Statement}; {third.Statement}");
        return await AnswerAsync(
            command,
            async reader =>
            {
                var one = await RowsAsync(reader, first.Row, cancellationToken);
                await NextAsync(reader, cancellationToken);
                var two = await RowsAsync(reader, second.Row, cancellationToken);
                await NextAsync(reader, cancellationToken);
                return (one, two, await RowsAsync(reader, third.Row, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>The rows of a statement that has <c>({keys})</c> where a list of keys belongs; read in portions that the database takes.</summary>
    public async Task<List<T>> ReadAsync<T>(string statement, IReadOnlyCollection<Guid> keys, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        var found = new List<T>(keys.Count);
        foreach (var batch in keys.Chunk(Batch))
        {
            var names = batch.Select((_, index) => $"@k{index}").ToArray();
            await using var command = CommandOf(statement.Replace("{keys}", string.Join(", ", names), StringComparison.Ordinal));
            foreach (var (name, key) in names.Zip(batch))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, key);
                command.Parameters.Add(parameter);
            }

            found.AddRange(await RowsAsync(command, row, cancellationToken));
        }

        return found;
    }

    /// <summary>Whether there is a table of this name.</summary>
    public async Task<bool> HasTableAsync(string name, StorageProvider provider, CancellationToken cancellationToken)
    {
        var catalogue = provider == StorageProvider.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT table_name FROM information_schema.tables";
        return (await ReadAsync(catalogue, row => row.GetString(0), cancellationToken)).Contains(name);
    }

    private DbCommand CommandOf(string statement)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, statement);
        if (Patience is { } patience)
        {
            command.CommandTimeout = (int)Math.Ceiling(patience.TotalSeconds);
        }

        return command;
    }

    private Task<List<T>> RowsAsync<T>(DbCommand command, Func<DbDataReader, T> row, CancellationToken cancellationToken) =>
        AnswerAsync(command, reader => RowsAsync(reader, row, cancellationToken), cancellationToken);

    // The end of an answer is read when it is closed, so that is done in the same way.
    private async Task<T> AnswerAsync<T>(DbCommand command, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        if (IsBlocking)
        {
            using var blocking = command.ExecuteReader();
            return await read(blocking);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await read(reader);
    }

    private ValueTask<bool> NextAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        IsBlocking ? new(reader.NextResult()) : new(reader.NextResultAsync(cancellationToken));

    private async Task<List<T>> RowsAsync<T>(DbDataReader reader, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (IsBlocking ? reader.Read() : await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
