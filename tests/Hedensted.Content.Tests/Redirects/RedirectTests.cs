using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Redirects;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Redirects;

/// <summary>Addresses that documents leave lead to where they are now.</summary>
internal sealed class RedirectTests(TestProvider provider) : OnBothDatabases(provider)
{
    private RedirectStore Store => Site.Services.GetRequiredService<RedirectStore>();

    [Test]
    public async Task A_renamed_page_is_found_at_its_old_address_and_so_is_what_stands_below_it()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Gammelt navn");
        var below = await Site.PageAsync(page, "Nedenunder");
        await LookAsync(page, below);
        await RenameAsync(page, "Nyt navn");
        await LookAsync(page);

        Assert.That((await Store.FindAsync("/Gammelt-Navn/", default))!.DocumentKey, Is.EqualTo(page));
        Assert.That((await Store.FindAsync("/gammelt-navn/nedenunder", default))!.DocumentKey, Is.EqualTo(below));
        Assert.That((await Store.ListAsync("navn", page, 0, 10, default)).Total, Is.EqualTo(1));
    }

    [Test]
    public async Task A_page_that_comes_back_is_not_sent_away_from_its_own_address()
    {
        var page = await Site.PageAsync(await Site.HomeAsync(), "Frem");
        await LookAsync(page);
        await RenameAsync(page, "Tilbage");
        await LookAsync(page);
        await RenameAsync(page, "Frem");
        await LookAsync(page);
        Assert.That(await Store.FindAsync("/frem", default), Is.Null);
        Assert.That((await Store.FindAsync("/tilbage", default))!.DocumentKey, Is.EqualTo(page));
    }

    [Test]
    public async Task What_is_deleted_for_good_takes_its_old_addresses_along()
    {
        var page = await Site.PageAsync(await Site.HomeAsync(), "Forgår");
        await LookAsync(page);
        await RenameAsync(page, "Forgik");
        await LookAsync(page);
        await Site.Edit.TrashAsync(NodeKind.Document, page, null, default);
        await Site.Edit.DeleteAsync(NodeKind.Document, page, null, default);
        Assert.That(await Store.FindAsync("/forgaar", default), Is.Null);
    }

    [Test]
    public async Task While_it_is_turned_off_nothing_is_remembered_and_nothing_followed()
    {
        var page = await Site.PageAsync(await Site.HomeAsync(), "Husket");
        await LookAsync(page);
        await RenameAsync(page, "Anden");
        await LookAsync(page);
        await Store.EnableAsync(false, default);
        Assert.That(await Store.FindAsync("/husket", default), Is.Null);
        await RenameAsync(page, "Tredje");
        await LookAsync(page);
        await Store.EnableAsync(true, default);
        Assert.That(await Store.FindAsync("/anden", default), Is.Null);
        Assert.That(await Store.FindAsync("/husket", default), Is.Not.Null);
    }

    private async Task<Edition> LookAsync(params Guid[] keys)
    {
        var edition = await Site.ReadAsync();
        await Store.RecordAsync(edition, keys, default);
        return edition;
    }

    private async Task RenameAsync(Guid page, string name)
    {
        await Site.SaveAsync(page, Library.PageContent(name));
        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
    }
}
