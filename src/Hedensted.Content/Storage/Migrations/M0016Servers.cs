using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>The servers of the site and how far their readers are; and the keys that they seal with, when they must share them.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0016_servers")]
internal sealed class M0016Servers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "server",
            table => new
            {
                key = table.Column<Guid>(),
                name = table.Column<string>(),
                role = table.Column<int>(),
                position = table.Column<long>(),
                seen = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_server", server => server.key));

        migrationBuilder.CreateTable(
            "protection_key",
            table => new { name = table.Column<string>(), xml = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_protection_key", key => key.name));
    }
}
