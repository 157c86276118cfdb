using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Hedensted.Content.Tests.Support;

/// <summary>A running content engine with the library's types and an editor to drive it.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Editor = Guid.Parse("e0000000-0000-4000-8000-000000000001");
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Site(TestDatabase database, ServiceProvider services, ManualTime time) => (_database, _services, Time) = (database, services, time);

    public ManualTime Time { get; }

    public ContentEditor Edit => _services.GetRequiredService<ContentEditor>();

    public Publisher Publisher => _services.GetRequiredService<Publisher>();

    public ContentTree Tree => _services.GetRequiredService<ContentTree>();

    public History History => _services.GetRequiredService<History>();

    public References References => _services.GetRequiredService<References>();

    public SiteStore Store => _services.GetRequiredService<SiteStore>();

    public ChangeFeed Feed => _services.GetRequiredService<ChangeFeed>();

    public EditionSource Editions => _services.GetRequiredService<EditionSource>();

    public IServiceProvider Services => _services;

    public static async Task<Site> OpenAsync(TestProvider provider, bool withTypes = true)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var site = await OpenAsync(database);
        if (withTypes)
        {
            await site.Store.ApplyAsync(Library.Schema(), null, default);
        }

        await ContentStartup.StartAsync(site._services, default);
        return site;
    }

    /// <summary>A second server on the same database, with its edition made.</summary>
    public async Task<Site> OpenAnotherAsync()
    {
        var other = await OpenAsync(_database);
        await ContentStartup.StartAsync(other._services, default);
        return other;
    }

    /// <summary>A new document, with the rules of the tree.</summary>
    public async Task<Guid> CreateAsync(Guid? parent, Guid type, NodeContent content, NodeKind kind = NodeKind.Document)
    {
        var result = await Edit.CreateAsync(new CreateNode(Guid.NewGuid(), kind, type, parent, content, Editor), default);
        Assert.That(result.Status, Is.EqualTo(EditingStatus.Success));
        return result.Key;
    }

    /// <summary>A published front page.</summary>
    public Task<Guid> HomeAsync(string name = "Forside") => PublishedAsync(null, Library.Home, Library.Content(name));

    /// <summary>A published page.</summary>
    public Task<Guid> PageAsync(Guid parent, string name) => PublishedAsync(parent, Library.Page, Library.PageContent(name));

    public async Task<Guid> PublishedAsync(Guid? parent, Guid type, NodeContent content, params ImmutableArray<string> cultures)
    {
        var key = await CreateAsync(parent, type, content);
        var result = await Publisher.PublishAsync(key, cultures, Editor, default);
        Assert.That(result.Status, Is.EqualTo(PublishingStatus.Success));
        return key;
    }

    public Task<EditResult> SaveAsync(Guid key, NodeContent content, ImmutableDictionary<string, DateTimeOffset>? opened = null, NodeKind kind = NodeKind.Document) =>
        Edit.SaveAsync(new SaveNode(key, kind, content, Editor, opened ?? ImmutableDictionary<string, DateTimeOffset>.Empty), default);

    public async Task<ContentNode> FindAsync(Guid key, NodeKind kind = NodeKind.Document) => (await Tree.FindAsync(kind, key, default))!;

    /// <summary>The edition that holds everything committed so far.</summary>
    public async Task<Edition> ReadAsync()
    {
        // Only so that a test that would wait for ever ends; it measures nothing.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await Editions.WaitForAsync(await Feed.HeadAsync(patience.Token), patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Stops this server and leaves the database.</summary>
    public ValueTask StopAsync() => _services.DisposeAsync();

    private static async Task<Site> OpenAsync(TestDatabase database)
    {
        var time = new ManualTime(Start);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Test", ContentRootPath = database.Folder });
        var configuration = database.Configuration();
        services.AddSingleton(configuration);
        services.AddHedenstedContent(configuration).AddUsers(configuration);
        var provider = services.BuildServiceProvider();
        await ContentStartup.PrepareAsync(provider, default);
        return new Site(database, provider, time);
    }
}
