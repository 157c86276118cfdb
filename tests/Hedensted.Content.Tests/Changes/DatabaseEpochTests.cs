using Hedensted.Content.Changes;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Changes;

/// <summary>What tells one database from another.</summary>
internal sealed class DatabaseEpochTests(TestProvider provider) : OnBothDatabases(provider)
{
    private DatabaseEpoch Epoch => Site.Services.GetRequiredService<DatabaseEpoch>();

    [Test]
    public async Task Every_server_on_a_database_is_in_its_epoch()
    {
        var other = await Site.OpenAnotherAsync();
        var there = other.Services.GetRequiredService<DatabaseEpoch>();

        Assert.Multiple(() =>
        {
            Assert.That(Epoch.Secret.Length, Is.EqualTo(32));
            Assert.That(Epoch.Id, Does.Match("^[0-9a-f]{16}$"));
            Assert.That(there.Secret.ToArray(), Is.EqualTo(Epoch.Secret.ToArray()));
            Assert.That(there.Id, Is.EqualTo(Epoch.Id));
        });
        await other.StopAsync();
    }

    [Test]
    public async Task Another_database_is_in_another()
    {
        await using var another = await Support.Site.OpenAsync(TestProvider.Sqlite, withTypes: false);
        var there = another.Services.GetRequiredService<DatabaseEpoch>();

        Assert.Multiple(() =>
        {
            Assert.That(there.Secret.ToArray(), Is.Not.EqualTo(Epoch.Secret.ToArray()));
            Assert.That(there.Id, Is.Not.EqualTo(Epoch.Id));
        });
    }

    [Test]
    public void Who_asks_before_the_database_is_prepared_is_told_so()
    {
        using var services = new ServiceCollection().AddHedenstedContent(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.That(() => services.GetRequiredService<DatabaseEpoch>().Id, Throws.InvalidOperationException);
    }
}
