using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>Accounts in a directory elsewhere that let users in, and the journal of what was done to users and groups.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0006_journal")]
internal sealed class Migration0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "external_logins",
            table => new
            {
                Provider = table.Column<string>(nullable: false),
                Subject = table.Column<string>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_external_logins", login => new { login.Provider, login.Subject });
                table.ForeignKey("fk_external_logins_users", login => login.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_external_logins_user", "external_logins", ["UserKey", "Provider"], unique: true);

        migrationBuilder.AddColumn<string>("ExternalHash", "sessions", nullable: true);
        migrationBuilder.CreateIndex("ix_sessions_external", "sessions", "ExternalHash");

        migrationBuilder.CreateTable(
            "user_journal",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                At = table.Column<long>(nullable: false),
                What = table.Column<string>(nullable: false),
                SubjectKey = table.Column<Guid>(nullable: false),
                SubjectName = table.Column<string>(nullable: false),
                ActorKey = table.Column<Guid>(nullable: true),
                Detail = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_user_journal", line => line.Id));
        migrationBuilder.CreateIndex("ix_user_journal_subject", "user_journal", ["SubjectKey", "At"]);
        migrationBuilder.CreateIndex("ix_user_journal_at", "user_journal", "At");
    }
}
