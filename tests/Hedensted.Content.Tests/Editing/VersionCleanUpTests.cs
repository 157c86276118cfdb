using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Tests.Editing;

/// <summary>How long what was written before can be had back.</summary>
internal sealed class VersionCleanUpTests(TestProvider provider) : OnBothDatabases(provider)
{
    private VersionCleanUp CleanUp => Site.Services.GetRequiredService<VersionCleanUp>();

    [Test]
    public async Task All_versions_of_a_week_are_kept_then_the_last_of_each_day_then_none()
    {
        var page = await PageAsync("Ældst");
        await SaveAsync(page, "Formiddag", TimeSpan.FromHours(1));
        await SaveAsync(page, "Eftermiddag", TimeSpan.FromHours(3));
        await SaveAsync(page, "Næste dag", TimeSpan.FromDays(1));
        await SaveAsync(page, "Senere samme dag", TimeSpan.FromHours(1));
        await SaveAsync(page, "Gælder nu", TimeSpan.FromDays(4));

        Assert.That(await CleanUp.CleanAsync(default), Is.Zero, "nothing is a week old");

        Site.Time.Advance(TimeSpan.FromDays(3));
        Assert.That(await CleanUp.CleanAsync(default), Is.EqualTo(3), "two of the first day, one of the next");
        Assert.That(await NamesAsync(page), Is.EqualTo(new[] { "Gælder nu", "Senere samme dag", "Eftermiddag" }));

        Site.Time.Advance(new TimeSpan(82, 19, 0, 0));
        Assert.That(await CleanUp.CleanAsync(default), Is.EqualTo(1), "the first day is three months ago");
        Site.Time.Advance(TimeSpan.FromDays(400));
        await CleanUp.CleanAsync(default);
        Assert.That(await NamesAsync(page), Is.EqualTo(new[] { "Gælder nu" }));
    }

    [Test]
    public async Task A_day_is_the_editors_day_and_not_that_of_Greenwich()
    {
        // 23.30 and 00.30 in Denmark are one day in UTC.
        Site.Time.Advance(TimeSpan.FromHours(13.5));
        var page = await PageAsync("Sent om aftenen");
        await SaveAsync(page, "Efter midnat", TimeSpan.FromHours(1));
        await SaveAsync(page, "Gælder nu", TimeSpan.FromDays(2));
        Site.Time.Advance(TimeSpan.FromDays(20));

        Assert.That(await CleanUp.CleanAsync(default), Is.Zero);
    }

    [Test]
    public async Task What_readers_see_and_what_an_editor_marked_is_kept_however_old()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Udgivet");
        await SaveAsync(page, "Mærket", TimeSpan.FromHours(1));
        var marked = (await Site.History.VersionsAsync(page, 0, 1, default)).Items[0].Key;
        await Site.History.PreventCleanupAsync(marked, true, default);
        await SaveAsync(page, "Glemt", TimeSpan.FromHours(1));
        await SaveAsync(page, "Kladde", TimeSpan.FromHours(1));
        Site.Time.Advance(TimeSpan.FromDays(500));

        Assert.That(await CleanUp.CleanAsync(default), Is.EqualTo(1));

        Assert.That(await NamesAsync(page), Is.EqualTo(new[] { "Kladde", "Mærket", "Udgivet" }));
        Assert.That((await Site.ReadAsync()).Find(page)!.Content.NameIn(null), Is.EqualTo("Udgivet"));
        Assert.That((await Site.FindAsync(page)).Draft.NameIn(null), Is.EqualTo("Kladde"));
    }

    [Test]
    public async Task A_type_can_keep_more_than_the_site_does()
    {
        var type = Library.Schema().ContentTypes.Single(type => type.Key == Library.Page);
        await Site.Store.ApplyAsync(new SiteChanges { ContentTypes = [type with { HistoryCleanup = new(true, null, null) }] }, null, default);
        var page = await PageAsync("Første");
        await SaveAsync(page, "Anden", TimeSpan.FromHours(1));
        Site.Time.Advance(TimeSpan.FromDays(500));
        Assert.That(await CleanUp.CleanAsync(default), Is.Zero);

        await Site.Store.ApplyAsync(new SiteChanges { ContentTypes = [type with { HistoryCleanup = new(false, 600, null) }] }, null, default);
        Assert.That(await CleanUp.CleanAsync(default), Is.Zero);
        await Site.Store.ApplyAsync(new SiteChanges { ContentTypes = [type with { HistoryCleanup = new(false, 1, 1) }] }, null, default);
        Assert.That(await CleanUp.CleanAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task It_can_be_switched_off()
    {
        var page = await PageAsync("Første");
        await SaveAsync(page, "Anden", TimeSpan.FromHours(1));
        Site.Time.Advance(TimeSpan.FromDays(500));
        var off = ActivatorUtilities.CreateInstance<VersionCleanUp>(Site.Services, Options.Create(new VersionCleanUpOptions { EnableCleanup = false }));
        Assert.That(await off.CleanAsync(default), Is.Zero);
        off.Dispose();
    }

    [Test]
    public async Task It_happens_by_itself()
    {
        var page = await PageAsync("Første");
        await SaveAsync(page, "Anden", TimeSpan.FromHours(1));
        Site.Time.Advance(TimeSpan.FromDays(500));
        var job = Site.Services.GetServices<IHostedService>().OfType<VersionCleanUp>().Single();
        var files = Site.Services.GetRequiredService<RemovedFiles>();
        await job.StartAsync(default);

        // The word of the save above may come late and be taken for that of the removal: what counts is what is there.
        for (var saved = files.NextSave; (await NamesAsync(page)).Length > 1; saved = files.NextSave)
        {
            await Site.Time.PassUntilAsync(saved, TimeSpan.FromHours(1));
        }

        await job.StopAsync(default);
        Assert.That(await NamesAsync(page), Is.EqualTo(new[] { "Anden" }));
    }

    [Test]
    public async Task A_file_that_only_an_old_version_has_leaves_the_disk_with_it()
    {
        var picture = await Site.CreateAsync(null, Library.Image, File("/media/aaaaaaaaaa/gammel.jpg"), NodeKind.Media);
        Site.Time.Advance(TimeSpan.FromHours(1));
        await Site.SaveAsync(picture, File("/media/bbbbbbbbbb/ny.jpg"), kind: NodeKind.Media);
        Site.Time.Advance(TimeSpan.FromDays(100));
        Assert.That(await CleanUp.CleanAsync(default), Is.EqualTo(1));

        var gone = new List<string>();
        await Site.Services.GetRequiredService<RemovedFiles>().CleanAsync(path => Gone(gone, path), default);

        Assert.That(gone, Is.EqualTo(new[] { "aaaaaaaaaa/gammel.jpg" }));
    }

    private static bool Gone(List<string> gone, string path)
    {
        gone.Add(path);
        return true;
    }

    private static NodeContent File(string address) =>
        Library.Content("Billede", ("umbracoFile", Library.Json($$"""{"src":"{{address}}"}""")));

    private async Task<Guid> PageAsync(string name) => await Site.CreateAsync(await Site.HomeAsync(), Library.Page, Library.PageContent(name));

    private async Task SaveAsync(Guid page, string name, TimeSpan later)
    {
        Site.Time.Advance(later);
        Assert.That((await Site.SaveAsync(page, Library.PageContent(name))).Succeeded, Is.True);
    }

    private async Task<string[]> NamesAsync(Guid page)
    {
        var names = new List<string>();
        foreach (var version in (await Site.History.VersionsAsync(page, 0, 100, default)).Items)
        {
            names.Add((await Site.History.FindVersionAsync(version.Key, default))!.Content.NameIn(null));
        }

        return [.. names];
    }
}
