using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>Programs beside people, start nodes at the root, portraits, and what extensions remember about a user.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0002_people")]
internal sealed class Migration0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Kind", "users", nullable: false, defaultValue: "Default");
        migrationBuilder.AddColumn<bool>("DocumentRoot", "users", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("MediaRoot", "users", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Avatar", "users", nullable: true);

        migrationBuilder.CreateTable(
            "user_data",
            table => new
            {
                Key = table.Column<Guid>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
                Group = table.Column<string>(nullable: false),
                Identifier = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_user_data", data => data.Key);
                table.ForeignKey("fk_user_data_users", data => data.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_user_data_user", "user_data", "UserKey");
    }
}
