using System.Data.Common;

namespace Hedensted.Content.Storage;

/// <summary>The database as of one moment, read with plain SQL.</summary>
/// <remarks>
/// For what a start and every change wait for: a site that only reads need not wake the object mapper, and a hundred thousand rows need not
/// pass through it. Statements run on both databases and take keys as their only parameters.
/// </remarks>
internal sealed class Moment(DbConnection connection, DbTransaction transaction)
{
    /// <summary>Keys per statement; both databases have a limit for parameters.</summary>
    private const int Batch = 500;

    /// <summary>The rows of a statement.</summary>
    public async Task<List<T>> ReadAsync<T>(string statement, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(statement);
        return await RowsAsync(command, row, cancellationToken);
    }

    /// <summary>The rows of two statements that are sent as one: another server is not asked twice.</summary>
    public async Task<(List<TFirst> First, List<TSecond> Second)> ReadAsync<TFirst, TSecond>(
        string first, Func<DbDataReader, TFirst> firstRow, string second, Func<DbDataReader, TSecond> secondRow, CancellationToken cancellationToken)
    {
        await using var command = CommandOf($"{first}; {second}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = await RowsAsync(reader, firstRow, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (rows, await RowsAsync(reader, secondRow, cancellationToken));
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
        return command;
    }

    private static async Task<List<T>> RowsAsync<T>(DbCommand command, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await RowsAsync(reader, row, cancellationToken);
    }

    private static async Task<List<T>> RowsAsync<T>(DbDataReader reader, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
