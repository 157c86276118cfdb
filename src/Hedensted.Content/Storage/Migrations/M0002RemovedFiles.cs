using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Files that are to leave the disk, because what pointed at them was removed for good.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0002_removed_files")]
internal sealed class M0002RemovedFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "removed_file",
            table => new { path = table.Column<string>(), at = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_removed_file", file => file.path));
}
