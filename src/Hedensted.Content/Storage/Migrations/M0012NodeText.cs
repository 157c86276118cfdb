using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>What drafts say, for finding. It is filled when somebody searches.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0012_node_text")]
internal sealed class M0012NodeText : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "node_text",
            table => new { node_key = table.Column<Guid>(), version_key = table.Column<Guid>(), text = table.Column<string>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_node_text", text => text.node_key);
                table.ForeignKey("fk_node_text_node", text => text.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });
}
