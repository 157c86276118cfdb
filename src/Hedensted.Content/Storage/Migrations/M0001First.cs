using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Content, its history, the change feed and the log.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0001_first")]
internal sealed class M0001First : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "node",
            table => new
            {
                key = table.Column<Guid>(),
                kind = table.Column<int>(),
                content_type_key = table.Column<Guid>(),
                parent_key = table.Column<Guid>(nullable: true),
                path = table.Column<string>(),
                level = table.Column<int>(),
                sort_order = table.Column<int>(),
                trashed = table.Column<bool>(),
                original_parent_key = table.Column<Guid>(nullable: true),
                creator_key = table.Column<Guid>(nullable: true),
                writer_key = table.Column<Guid>(nullable: true),
                create_date = table.Column<long>(),
                update_date = table.Column<long>(),
                is_example = table.Column<bool>(),
                names = table.Column<string>(),
                variants = table.Column<string>(),
                draft_version_key = table.Column<Guid>(),
                next_due = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_node", node => node.key));
        migrationBuilder.CreateIndex("ix_node_parent", "node", ["parent_key", "sort_order"]);
        migrationBuilder.CreateIndex("ix_node_next_due", "node", "next_due");

        migrationBuilder.CreateTable(
            "node_version",
            table => new
            {
                key = table.Column<Guid>(),
                node_key = table.Column<Guid>(),
                author_key = table.Column<Guid>(nullable: true),
                date = table.Column<long>(),
                prevent_cleanup = table.Column<bool>(),
                content = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_node_version", version => version.key);
                table.ForeignKey("fk_node_version_node", version => version.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_node_version_node", "node_version", ["node_key", "date"]);

        migrationBuilder.CreateTable(
            "published",
            table => new
            {
                node_key = table.Column<Guid>(),
                version_key = table.Column<Guid>(),
                publish_date = table.Column<long>(),
                content = table.Column<string>(),
                segments = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_published", published => published.node_key);
                table.ForeignKey("fk_published_node", published => published.node_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "definition",
            table => new { key = table.Column<Guid>(), kind = table.Column<int>(), body = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_definition", definition => definition.key));

        migrationBuilder.CreateTable(
            "reference",
            table => new { source_key = table.Column<Guid>(), target_key = table.Column<Guid>(), property = table.Column<string>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_reference", reference => new { reference.source_key, reference.target_key, reference.property });
                table.ForeignKey("fk_reference_node", reference => reference.source_key, "node", "key", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_reference_target", "reference", "target_key");

        migrationBuilder.CreateTable(
            "audit",
            table => new
            {
                key = table.Column<Guid>(),
                node_key = table.Column<Guid>(),
                user_key = table.Column<Guid>(nullable: true),
                at = table.Column<long>(),
                type = table.Column<int>(),
                comment = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_audit", line => line.key));
        migrationBuilder.CreateIndex("ix_audit_node", "audit", ["node_key", "at"]);

        migrationBuilder.CreateTable(
            "feed_head",
            table => new { id = table.Column<int>(), position = table.Column<long>(), schema_position = table.Column<long>() },
            constraints: table => table.PrimaryKey("pk_feed_head", head => head.id));
        migrationBuilder.Sql("INSERT INTO feed_head (id, position, schema_position) VALUES (1, 0, 0)");

        migrationBuilder.CreateTable(
            "change",
            table => new { position = table.Column<long>(), sequence = table.Column<int>(), subject = table.Column<int>(), key = table.Column<Guid>() },
            constraints: table => table.PrimaryKey("pk_change", change => new { change.position, change.sequence }));
    }
}
