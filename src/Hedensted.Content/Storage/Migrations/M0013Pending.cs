using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Which documents hold something that is saved and not published, and who saved last: found without reading every document.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0013_pending")]
internal sealed class M0013Pending : Migration
{
    /// <summary>Finds it for all that is there. A variant without a publish date is not published; inside a JSON text quotes are escaped, so that neither name is found in one.</summary>
    public const string Fill = """
        UPDATE node SET pending = (
            variants LIKE '%"edited":true%'
            OR (LENGTH(variants) - LENGTH(REPLACE(variants, '"publishDate":', ''))) / 14
                < (LENGTH(variants) - LENGTH(REPLACE(variants, '"name":', ''))) / 7)
        WHERE kind = 0
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("pending", "node", nullable: false, defaultValue: false);
        migrationBuilder.Sql(Fill);
        migrationBuilder.CreateIndex("ix_node_pending", "node", "content_type_key", filter: "pending");
        migrationBuilder.CreateIndex("ix_node_writer", "node", ["writer_key", "update_date"]);
    }
}
