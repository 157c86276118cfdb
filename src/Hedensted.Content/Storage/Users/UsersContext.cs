using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Storage.Users;

/// <summary>Users, groups and sessions. A context of its own: it shares a database with the content, but no row.</summary>
internal sealed class UsersContext(DbContextOptions<UsersContext> options) : DbContext(options)
{
    /// <summary>Where EF Core remembers which of this context's migrations have run.</summary>
    public const string MigrationsTable = "__UserMigrations";

    /// <summary>The migration that makes the tables what this program expects; a test holds it.</summary>
    public const string NewestMigration = "0006_journal";

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<UserGroupRow> Groups => Set<UserGroupRow>();

    public DbSet<UserDataRow> UserData => Set<UserDataRow>();

    public DbSet<UserLinkRow> Links => Set<UserLinkRow>();

    public DbSet<LetterRow> Letters => Set<LetterRow>();

    public DbSet<ApiClientRow> ApiClients => Set<ApiClientRow>();

    public DbSet<SecondStepRow> SecondSteps => Set<SecondStepRow>();

    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    public DbSet<ExternalLoginRow> ExternalLogins => Set<ExternalLoginRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<TokenRow> Tokens => Set<TokenRow>();

    public DbSet<LoginAttemptsRow> LoginAttempts => Set<LoginAttemptsRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UserRow>().ToTable("users").HasKey(user => user.Key);
        modelBuilder.Entity<UserGroupRow>().ToTable("user_groups").HasKey(group => group.Key);
        modelBuilder.Entity<UserDataRow>().ToTable("user_data").HasKey(data => data.Key);
        modelBuilder.Entity<UserLinkRow>().ToTable("user_links").HasKey(link => link.Hash);
        modelBuilder.Entity<LetterRow>().ToTable("mail_outbox").HasKey(letter => letter.Id);
        modelBuilder.Entity<ApiClientRow>().ToTable("api_clients").HasKey(client => client.ClientId);
        modelBuilder.Entity<SecondStepRow>().ToTable("second_steps").HasKey(step => step.UserKey);
        modelBuilder.Entity<RecoveryCodeRow>().ToTable("recovery_codes").HasKey(code => code.Hash);
        modelBuilder.Entity<ExternalLoginRow>().ToTable("external_logins").HasKey(login => new { login.Provider, login.Subject });
        modelBuilder.Entity<JournalRow>().ToTable("user_journal").HasKey(line => line.Id);
        modelBuilder.Entity<SessionRow>().ToTable("sessions").HasKey(session => session.Id);
        modelBuilder.Entity<TokenRow>().ToTable("session_tokens").HasKey(token => token.Hash);
        modelBuilder.Entity<LoginAttemptsRow>().ToTable("login_attempts").HasKey(attempts => attempts.NameHash);
    }
}
