using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>News of everything that is saved, for those who edit.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0009_saved")]
internal sealed class M0009Saved : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "saved_head",
            table => new { id = table.Column<int>(), sequence = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_saved_head", head => head.id));
        migrationBuilder.Sql("INSERT INTO saved_head (id, sequence) VALUES (1, 0)");

        migrationBuilder.CreateTable(
            "saved",
            table => new { sequence = table.Column<long>(), kind = table.Column<int>(), how = table.Column<int>(), key = table.Column<Guid>() },
            constraints: table => table.PrimaryKey("pk_saved", saved => saved.sequence));
    }
}
