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

    private AddressBook Addresses => Site.Services.GetRequiredService<AddressBook>();

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

    [Test]
    public async Task What_moved_while_nobody_looked_is_found_when_everything_is_looked_at()
    {
        var home = await Site.HomeAsync();
        var (page, other) = (await Site.PageAsync(home, "Ude af syne"), await Site.PageAsync(home, "Urørt"));
        var below = await Site.PageAsync(page, "Under");
        await LookAsync();
        await RenameAsync(page, "I syne");
        await LookAsync();
        Assert.That((await Store.FindAsync("/ude-af-syne/under", default))!.DocumentKey, Is.EqualTo(below));
        Assert.That((await Store.ListAsync(null, other, 0, 10, default)).Total, Is.Zero);
    }

    [Test]
    public async Task Two_pages_that_change_places_are_not_sent_to_each_other()
    {
        var home = await Site.HomeAsync();
        var (left, right) = (await Site.PageAsync(home, "Venstre"), await Site.PageAsync(home, "Højre"));
        await LookAsync(left, right);
        await RenameAsync(left, "Imens");
        await RenameAsync(right, "Venstre");
        await RenameAsync(left, "Højre");
        await LookAsync(left, right);
        Assert.That((await Store.ListAsync(null, null, 0, 10, default)).Total, Is.Zero);
    }

    [Test]
    public async Task What_was_deleted_since_the_edition_was_made_hinders_nobody()
    {
        var home = await Site.HomeAsync();
        var (gone, stays) = (await Site.PageAsync(home, "Slettet imens"), await Site.PageAsync(home, "Bliver"));
        var edition = await Site.ReadAsync();
        await Site.Edit.TrashAsync(NodeKind.Document, gone, null, default);
        await Site.Edit.DeleteAsync(NodeKind.Document, gone, null, default);
        await Addresses.RecordAsync(edition, null, default);
        await RenameAsync(stays, "Blev");
        await LookAsync(stays);
        Assert.That((await Store.FindAsync("/bliver", default))!.DocumentKey, Is.EqualTo(stays));
    }

    private async Task<Edition> LookAsync(params Guid[] keys)
    {
        var edition = await Site.ReadAsync();
        await Addresses.RecordAsync(edition, keys.Length == 0 ? null : keys, default);
        return edition;
    }

    private async Task RenameAsync(Guid page, string name)
    {
        await Site.SaveAsync(page, Library.PageContent(name));
        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
    }
}
