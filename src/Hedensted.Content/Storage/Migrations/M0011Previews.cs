using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Previews that editors have open.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0011_previews")]
internal sealed class M0011Previews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "preview",
            table => new
            {
                hash = table.Column<string>(),
                node_key = table.Column<Guid>(),
                culture = table.Column<string>(nullable: true),
                user_key = table.Column<Guid>(),
                session_id = table.Column<Guid>(),
                expires = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_preview", preview => preview.hash);
                table.ForeignKey("fk_preview_node", preview => preview.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });
}
