using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Storage;

/// <summary>Programs of two versions on one database: the older goes on beside what was added, and stays away from what was taken away.</summary>
internal sealed class SchemaReadingTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task What_this_program_made_fits() => Assert.That(await LookAsync(), Is.EqualTo(SchemaFit.Fits));

    [Test]
    public async Task What_a_newer_program_has_added_disturbs_nobody()
    {
        await RunAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('0999_more', '10')");
        await ContentStartup.PrepareAsync(Site.Services, default);
        Assert.That(await LookAsync(), Is.EqualTo(SchemaFit.Fits));
    }

    [Test]
    public async Task What_a_newer_program_has_taken_away_is_refused_with_a_sentence()
    {
        await RunAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('0999_less_contract', '10')");
        Assert.That(await LookAsync(), Is.EqualTo(SchemaFit.TooNew));
        Assert.That(() => ContentStartup.PrepareAsync(Site.Services, default), Throws.InstanceOf<SchemaTooNewException>().With.Message.Contains("nyere udgave"));
    }

    [Test]
    public async Task What_an_older_program_made_is_waited_for()
    {
        await RunAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '{ContentDbContext.NewestMigration}'");
        Assert.That(await LookAsync(), Is.EqualTo(SchemaFit.Behind));
    }

    private Task<SchemaFit> LookAsync() => ContentStartup.LookAsync(Site.Services, default);

    private Task<int> RunAsync(string statement) =>
        Site.Services.GetRequiredService<ContentDatabase>().WriteRuntimeAsync(context => context.Database.ExecuteSqlRawAsync(statement), default);
}
