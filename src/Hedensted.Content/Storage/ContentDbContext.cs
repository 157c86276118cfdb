using System.Text;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hedensted.Content.Storage;

/// <summary>The tables. A room that keeps its own adds a configuration and a migration, and reads them with <c>Set&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Tables and columns are named in snake_case, instants are whole milliseconds since 1970 in UTC, so that both databases
/// order them alike. Migrations are written by hand in <c>Storage/Migrations</c> and run on both databases: no column types, no defaults
/// that only one of them knows. They are numbered: content has 0001–0099, users and sessions 0101–0199, runtime data 0201 and up.
/// </remarks>
internal sealed class ContentDbContext(DbContextOptions<ContentDbContext> options) : DbContext(options)
{
    /// <summary>Where Entity Framework remembers which of this context's migrations have run (its own default).</summary>
    public const string MigrationsTable = "__EFMigrationsHistory";

    /// <summary>The migration that makes the tables what this program expects; a test holds it.</summary>
    public const string NewestMigration = "0018_memory";

    public DbSet<NodeRow> Nodes => Set<NodeRow>();

    public DbSet<NodeVersionRow> Versions => Set<NodeVersionRow>();

    public DbSet<NodeTextRow> Texts => Set<NodeTextRow>();

    public DbSet<PublishedRow> Published => Set<PublishedRow>();

    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    public DbSet<ReferenceRow> References => Set<ReferenceRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<RemovedFileRow> RemovedFiles => Set<RemovedFileRow>();

    public DbSet<FeedHeadRow> FeedHead => Set<FeedHeadRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ContentDbContext).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
