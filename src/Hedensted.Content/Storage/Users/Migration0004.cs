using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Users;

/// <summary>The keys that programs sign in with.</summary>
[DbContext(typeof(UsersContext))]
[Migration("0004_api_clients")]
internal sealed class Migration0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_clients",
            table => new
            {
                ClientId = table.Column<string>(nullable: false),
                UserKey = table.Column<Guid>(nullable: false),
                SecretHash = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_api_clients", client => client.ClientId);
                table.ForeignKey("fk_api_clients_users", client => client.UserKey, "users", "Key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_api_clients_user", "api_clients", "UserKey");
    }
}
