using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>Users, groups, sessions with their tokens, and the count of wrong passwords.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0001_users")]
internal sealed class Migration0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "users",
            table => new
            {
                Key = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Email = table.Column<string>(nullable: false),
                EmailKey = table.Column<string>(nullable: false),
                PasswordHash = table.Column<string>(nullable: true),
                State = table.Column<string>(nullable: false),
                LanguageIsoCode = table.Column<string>(nullable: false),
                Groups = table.Column<string>(nullable: false),
                DocumentStartNodes = table.Column<string>(nullable: false),
                MediaStartNodes = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                UpdatedAt = table.Column<long>(nullable: false),
                LastLoginAt = table.Column<long>(nullable: true),
                PasswordChangedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_users", user => user.Key));
        migrationBuilder.CreateIndex("ix_users_email", "users", "EmailKey", unique: true);

        migrationBuilder.CreateTable(
            "user_groups",
            table => new
            {
                Key = table.Column<Guid>(nullable: false),
                Alias = table.Column<string>(nullable: false),
                Data = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_user_groups", group => group.Key));
        migrationBuilder.CreateIndex("ix_user_groups_alias", "user_groups", "Alias", unique: true);

        migrationBuilder.CreateTable(
            "sessions",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
                LoginHash = table.Column<string>(nullable: false),
                Secret = table.Column<byte[]>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                IdleUntil = table.Column<long>(nullable: false),
                AbsoluteUntil = table.Column<long>(nullable: false),
                RevokedAt = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sessions", session => session.Id);
                table.ForeignKey("fk_sessions_users", session => session.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_sessions_login", "sessions", "LoginHash", unique: true);
        migrationBuilder.CreateIndex("ix_sessions_user", "sessions", "UserKey");

        migrationBuilder.CreateTable(
            "session_tokens",
            table => new
            {
                Hash = table.Column<string>(nullable: false),
                SessionId = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                UsedAt = table.Column<long>(nullable: true),
                RedirectUri = table.Column<string>(nullable: true),
                Challenge = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_session_tokens", token => token.Hash);
                table.ForeignKey("fk_session_tokens_sessions", token => token.SessionId, "sessions", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_session_tokens_session", "session_tokens", "SessionId");

        migrationBuilder.CreateTable(
            "login_attempts",
            table => new
            {
                NameHash = table.Column<string>(nullable: false),
                Failures = table.Column<int>(nullable: false),
                Locks = table.Column<int>(nullable: false),
                LockedUntil = table.Column<long>(nullable: true),
                UpdatedAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_login_attempts", attempts => attempts.NameHash));
    }
}
