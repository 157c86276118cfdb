using System.Security.Cryptography;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hedensted.Content.Storage.Migrations;

/// <summary>A secret that tells this database from every other and from its own past, made when it is made and anew when it is restored.</summary>
[DbContext(typeof(ContentDbContext))]
[Migration("0015_epoch")]
internal sealed class M0015Epoch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "database_epoch",
            table => new { id = table.Column<int>(), secret = table.Column<string>() },
            constraints: table => table.PrimaryKey("pk_database_epoch", epoch => epoch.id));

        // In hex: the two databases write bytes each in a way of its own.
        migrationBuilder.Sql($"INSERT INTO database_epoch (id, secret) VALUES (1, '{RandomNumberGenerator.GetHexString(2 * EpochRow.SecretBytes, lowercase: true)}')");
    }
}
