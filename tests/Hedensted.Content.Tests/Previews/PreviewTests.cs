using Hedensted.Content.Model;
using Hedensted.Content.Previews;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Previews;

/// <summary>A draft is shown to whoever has the token, for a while, and to nobody else.</summary>
internal sealed class PreviewTests(TestProvider provider) : OnBothDatabases(provider)
{
    private PreviewStore Store => Site.Services.GetRequiredService<PreviewStore>();

    private PreviewEditions Editions => Site.Services.GetRequiredService<PreviewEditions>();

    [Test]
    public async Task The_draft_stands_in_the_preview_and_only_there()
    {
        var page = await Site.PageAsync(await Site.HomeAsync(), "Udgivet");
        await Site.SaveAsync(page, Library.PageContent("Kladden"));
        var current = await Site.ReadAsync();
        var preview = (await Editions.WithDraftAsync(page, default))!;
        Assert.Multiple(() =>
        {
            Assert.That(preview.IsPreview);
            Assert.That(preview.Find(page)!.NameIn(), Is.EqualTo("Kladden"));
            Assert.That(preview.PathOf(preview.Find(page)!), Is.EqualTo("/kladden"));
            Assert.That(preview.DocumentCount, Is.EqualTo(current.DocumentCount));
            Assert.That(Site.Editions.Current, Is.SameAs(current));
            Assert.That(current.Find(page)!.NameIn(), Is.EqualTo("Udgivet"));
        });
    }

    [Test]
    public async Task A_page_that_was_never_published_brings_those_above_it()
    {
        var folder = await Site.CreateAsync(await Site.HomeAsync(), Library.Page, Library.PageContent("Ny mappe"));
        var page = await Site.CreateAsync(folder, Library.Page, Library.PageContent("Ny side"));
        await Site.ReadAsync();
        var preview = (await Editions.WithDraftAsync(page, default))!;
        Assert.That(preview.PathOf(preview.Find(page)!), Is.EqualTo("/ny-mappe/ny-side"));
    }

    [Test]
    public async Task What_is_in_the_recycle_bin_is_not_shown()
    {
        var page = await Site.PageAsync(await Site.HomeAsync(), "Smidt ud");
        await Site.Edit.TrashAsync(NodeKind.Document, page, null, default);
        await Site.ReadAsync();
        Assert.That(await Editions.WithDraftAsync(page, default), Is.Null);
    }

    [Test]
    public async Task A_token_ends_by_itself_when_it_is_ended_and_with_the_session()
    {
        var page = await Site.HomeAsync();
        await Site.ReadAsync();
        var (user, session) = await SignInAsync();
        var (first, second, third) = (await OpenAsync(page, user, session), await OpenAsync(page, user, session), await OpenAsync(page, user, session));
        Assert.That(await Editions.FindAsync(first, default), Is.Not.Null);
        await Store.EndAsync(first, default);
        Assert.That(await Editions.FindAsync(first, default), Is.Null);
        Assert.That(await Editions.FindAsync(second, default), Is.Not.Null);
        await Site.Services.GetRequiredService<SessionStore>().RevokeAsync(session, Site.Time.GetUtcNow(), default);
        Assert.That(await Editions.FindAsync(second, default), Is.Null, "signed out");

        var (_, again) = await SignInAsync();
        var fourth = await OpenAsync(page, user, again);
        Site.Time.Advance(PreviewStore.Lifetime);
        Assert.That(await Editions.FindAsync(fourth, default), Is.Null, "half an hour later");
        Assert.That(await Editions.FindAsync(third, default), Is.Null);
        Assert.That(await Editions.FindAsync("gættet", default), Is.Null);
    }

    private Task<string> OpenAsync(Guid page, Guid user, Guid session) => Store.OpenAsync(new Preview(page, null), user, session, default);

    private async Task<(Guid User, Guid Session)> SignInAsync()
    {
        var user = new User { Key = Guid.NewGuid(), Name = "Rikke", Email = $"{Guid.NewGuid():N}@example.dk" };
        await Site.Services.GetRequiredService<UserStore>().AddAsync(user, null, default);
        var now = Site.Time.GetUtcNow();
        var session = new Session(Guid.NewGuid(), user.Key, now.AddDays(1)) { Secret = new byte[32] };
        await Site.Services.GetRequiredService<SessionStore>().StartAsync(session, Guid.NewGuid().ToString("N"), now, now.AddDays(1), default);
        return (user.Key, session.Id);
    }
}
