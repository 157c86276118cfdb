using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Where documents stand, and where they stood.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0010_redirects")]
internal sealed class M0010Redirects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "address",
            table => new { node_key = table.Column<Guid>(), culture = table.Column<string>(), path = table.Column<string>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_address", address => new { address.node_key, address.culture });
                table.ForeignKey("fk_address_node", address => address.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "redirect",
            table => new
            {
                key = table.Column<Guid>(),
                path = table.Column<string>(),
                culture = table.Column<string>(),
                node_key = table.Column<Guid>(),
                created = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_redirect", redirect => redirect.key);
                table.UniqueConstraint("uq_redirect_path", redirect => redirect.path);
                table.ForeignKey("fk_redirect_node", redirect => redirect.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_redirect_node", "redirect", "node_key");

        migrationBuilder.CreateTable(
            "site_setting",
            table => new { name = table.Column<string>(), value = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_site_setting", setting => setting.name));
    }
}
