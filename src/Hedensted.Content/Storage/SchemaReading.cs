using Hedensted.Content.Storage.Users;

namespace Hedensted.Content.Storage;

/// <summary>Whether this program can work with a database as it is.</summary>
public enum SchemaFit
{
    /// <summary>It can, also when a newer program has added to it.</summary>
    Fits,

    /// <summary>Something is missing that this program reads; a server with a backoffice adds it when it starts.</summary>
    Behind,

    /// <summary>A newer program has taken something away that this one reads.</summary>
    TooNew,
}

/// <summary>A newer program has taken something out of the database that this one reads.</summary>
public sealed class SchemaTooNewException()
    : Exception("Databasen er ændret af en nyere udgave af programmet, som denne ikke kan læse; intet er rørt. Start den nye udgave, eller læg en sikkerhedskopi fra før opgraderingen på plads.");

/// <summary>Compares the migrations that have run with those that this program knows.</summary>
/// <remarks>
/// A migration adds, and the programs before it go on beside it. One that takes away comes at the earliest in the version after the last that
/// reads what goes, and its name ends in <c>_contract</c>: whoever does not know it stays away.
/// </remarks>
internal static class SchemaReading
{
    private const string Contract = "_contract";

    /// <summary>How the database fits.</summary>
    public static async Task<SchemaFit> FitAsync(Moment moment, StorageProvider provider, bool withUsers, CancellationToken cancellationToken)
    {
        var content = await FitAsync(moment, provider, ContentDbContext.MigrationsTable, ContentDbContext.NewestMigration, cancellationToken);
        var users = withUsers ? await FitAsync(moment, provider, UsersContext.MigrationsTable, UsersContext.NewestMigration, cancellationToken) : SchemaFit.Fits;
        return content > users ? content : users;
    }

    private static async Task<SchemaFit> FitAsync(Moment moment, StorageProvider provider, string table, string newest, CancellationToken cancellationToken)
    {
        if (!await moment.HasTableAsync(table, provider, cancellationToken))
        {
            return SchemaFit.Behind;
        }

        var run = await moment.ReadAsync($"SELECT \"MigrationId\" FROM \"{table}\"", row => row.GetString(0), cancellationToken);
        return run.Exists(migration => migration.EndsWith(Contract, StringComparison.Ordinal) && string.CompareOrdinal(migration, newest) > 0) ? SchemaFit.TooNew
            : run.Contains(newest) ? SchemaFit.Fits
            : SchemaFit.Behind;
    }
}
