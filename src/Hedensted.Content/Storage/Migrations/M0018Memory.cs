using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>What readers once saw and do not see any more: when something went from below a document, and what became of each date.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0018_memory")]
internal sealed class M0018Memory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("child_left_at", "published", nullable: true);

        migrationBuilder.CreateTable(
            "remembered_date",
            table => new
            {
                id = table.Column<Guid>(),
                document_key = table.Column<Guid>(),
                source = table.Column<int>(),
                print = table.Column<long>(),
                changed_at = table.Column<long>(),
                gone = table.Column<bool>(),
                uuid = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_remembered_date", date => date.id));
        migrationBuilder.CreateTable(
            "remembered_since",
            table => new { key = table.Column<int>(), since = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_remembered_since", one => one.key));
    }
}
