using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>Links that let somebody choose a password, and letters on their way out.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0003_letters")]
internal sealed class Migration0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "user_links",
            table => new
            {
                Hash = table.Column<string>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_links", link => link.Hash);
                table.ForeignKey("fk_user_links_users", link => link.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_user_links_user", "user_links", "UserKey");

        migrationBuilder.CreateTable(
            "mail_outbox",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Letter = table.Column<string>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                DueAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_mail_outbox", letter => letter.Id));
        migrationBuilder.CreateIndex("ix_mail_outbox_due", "mail_outbox", "DueAt");
    }
}
