using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>Documents that come from other systems: whose they are, what is asked about them, and how each fetching went.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0014_sources")]
internal sealed class M0014Sources : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "source_link",
            table => new
            {
                system = table.Column<string>(),
                id = table.Column<string>(),
                node_key = table.Column<Guid>(),
                name = table.Column<string>(),
                owned = table.Column<string>(),
                added = table.Column<string>(),
                awaits = table.Column<bool>(),
                released = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("pk_source_link", link => new { link.system, link.id }));
        migrationBuilder.CreateIndex("ux_source_link_node", "source_link", "node_key", unique: true);

        migrationBuilder.CreateTable(
            "source_question",
            table => new
            {
                key = table.Column<Guid>(),
                system = table.Column<string>(),
                kind = table.Column<string>(),
                subject = table.Column<string>(),
                label = table.Column<string>(),
                detail = table.Column<string>(),
                asked = table.Column<long>(),
                answer = table.Column<string>(nullable: true),
                target_key = table.Column<Guid>(nullable: true),
                answered_by = table.Column<Guid>(nullable: true),
                answered = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_source_question", question => question.key));
        migrationBuilder.CreateIndex("ux_source_question_subject", "source_question", ["system", "kind", "subject"], unique: true);

        migrationBuilder.CreateTable(
            "source_run",
            table => new
            {
                key = table.Column<Guid>(),
                system = table.Column<string>(),
                started = table.Column<long>(),
                finished = table.Column<long>(),
                user_key = table.Column<Guid>(nullable: true),
                succeeded = table.Column<bool>(),
                report = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_source_run", run => run.key));
        migrationBuilder.CreateIndex("ix_source_run_started", "source_run", ["system", "started"]);

        migrationBuilder.CreateTable(
            "source_turn",
            table => new
            {
                system = table.Column<string>(),
                next_due = table.Column<long>(),
                held_until = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_source_turn", turn => turn.system));
    }
}
