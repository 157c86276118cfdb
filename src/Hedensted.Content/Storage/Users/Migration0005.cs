using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>The second step of signing in, and the codes for whoever has lost it.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0005_second_step")]
internal sealed class Migration0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "second_steps",
            table => new
            {
                UserKey = table.Column<Guid>(nullable: false),
                Secret = table.Column<string>(nullable: false),
                LastStep = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_second_steps", step => step.UserKey);
                table.ForeignKey("fk_second_steps_users", step => step.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "recovery_codes",
            table => new
            {
                Hash = table.Column<string>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_recovery_codes", code => code.Hash);
                table.ForeignKey("fk_recovery_codes_users", code => code.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_recovery_codes_user", "recovery_codes", "UserKey");
    }
}
