using Hedensted.Content.Servers;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Content.Tests.Servers;

/// <summary>The servers of a site know of each other, and of how far each is.</summary>
internal sealed class ServerRegisterTests(TestProvider provider) : OnBothDatabases(provider)
{
    private readonly TestProvider _provider = provider;

    [Test]
    public async Task A_server_knows_itself_without_asking_where_it_is_the_only_one()
    {
        if (_provider == TestProvider.PostgreSql)
        {
            Assert.Pass("Several servers can share this database.");
        }

        await Site.HomeAsync();
        var edition = await Site.ReadAsync();
        var self = (await Register(Site).ListAsync(default)).Single();
        Assert.That((self.Position, self.Role, self.IsSilent), Is.EqualTo((edition.Position, NodeRole.All, false)));
    }

    [Test]
    public async Task Servers_tell_of_what_their_readers_see_and_take_leave()
    {
        if (_provider == TestProvider.Sqlite)
        {
            Assert.Pass("A site in a file is one server.");
        }

        var other = await Site.OpenAnotherAsync();
        await AnnouncementOf(Site).StartAsync(default);
        await AnnouncementOf(other).StartAsync(default);
        await Site.HomeAsync();
        var newest = (await Site.ReadAsync()).Position;

        await UntilAsync(async () => (await Register(Site).ListAsync(default)) is { Count: 2 } both && both.All(server => server.Position == newest));
        await AnnouncementOf(other).StopAsync(default);
        Assert.That((await Register(Site).ListAsync(default)).Select(server => server.Key), Is.EqualTo(new[] { Self(Site) }));
        await AnnouncementOf(Site).StopAsync(default);
        await other.StopAsync();
    }

    [Test]
    public async Task A_server_that_has_been_silent_for_an_hour_is_forgotten()
    {
        if (_provider == TestProvider.Sqlite)
        {
            Assert.Pass("A site in a file is one server.");
        }

        var database = Site.Services.GetRequiredService<ContentDatabase>();
        await database.WriteRuntimeAsync(
            async context =>
            {
                context.Add(new ServerRow { Key = Guid.NewGuid(), Name = "tavs", Role = NodeRole.Delivery, Position = 1, Seen = DateTimeOffset.UnixEpoch });
                return await context.SaveChangesAsync(default);
            },
            default);
        Assert.That((await Register(Site).ListAsync(default)).Single().IsSilent);

        await Register(Site).AnnounceAsync((await Site.ReadAsync()).Position, default);
        Assert.That((await Register(Site).ListAsync(default)).Single().Key, Is.EqualTo(Self(Site)));
    }

    private static ServerRegister Register(Site site) => site.Services.GetRequiredService<ServerRegister>();

    private static Guid Self(Site site) => site.Services.GetRequiredService<ServerIdentity>().Key;

    private static ServerAnnouncement AnnouncementOf(Site site) => site.Services.GetServices<IHostedService>().OfType<ServerAnnouncement>().Single();

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        while (!await done())
        {
            await Task.Yield();
        }
    }
}
