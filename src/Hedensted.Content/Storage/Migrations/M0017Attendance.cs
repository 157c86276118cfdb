using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>How many came to what was held, and what they thought of it. No publishing reads or writes these tables, and they outlive the documents.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0017_attendance")]
internal sealed class M0017Attendance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "occurrence_count",
            table => new
            {
                occurrence_id = table.Column<Guid>(),
                event_key = table.Column<Guid>(),
                title = table.Column<string>(),
                starts_at = table.Column<long>(),
                place_key = table.Column<Guid>(nullable: true),
                place_name = table.Column<string>(nullable: true),
                outside_house = table.Column<bool>(),
                citizen_led = table.Column<bool>(),
                focus_areas = table.Column<string>(),
                total = table.Column<int>(),
                children = table.Column<int>(nullable: true),
                young = table.Column<int>(nullable: true),
                adults = table.Column<int>(nullable: true),
                very_adult = table.Column<int>(nullable: true),
                method = table.Column<string>(),
                note = table.Column<string>(nullable: true),
                counted_by = table.Column<Guid>(),
                counted_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_occurrence_count", count => count.occurrence_id));
        migrationBuilder.CreateIndex("ix_occurrence_count_starts_at", "occurrence_count", "starts_at");

        // One row an answer that can be given, never one an answer that was given: nothing tells when or from where one came.
        migrationBuilder.CreateTable(
            "occurrence_feedback",
            table => new
            {
                occurrence_id = table.Column<Guid>(),
                score = table.Column<int>(),
                event_key = table.Column<Guid>(),
                starts_at = table.Column<long>(),
                answers = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_occurrence_feedback", feedback => new { feedback.occurrence_id, feedback.score }));
    }
}
