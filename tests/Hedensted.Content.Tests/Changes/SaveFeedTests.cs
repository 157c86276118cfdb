using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Hedensted.Content.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Changes;

/// <summary>Those who edit are told of everything that is saved, in the transaction that saves it.</summary>
internal sealed class SaveFeedTests(TestProvider provider) : OnBothDatabases(provider)
{
    private SaveFeed Feed => Site.Services.GetRequiredService<SaveFeed>();

    [Test]
    public async Task The_life_of_a_draft_is_told_though_no_reader_sees_any_of_it()
    {
        var place = await Feed.HeadAsync(default);
        var head = await Site.Feed.HeadAsync(default);
        var key = await Site.CreateAsync(null, Library.Home, Library.Content("Kladde"));
        await Site.SaveAsync(key, Library.Content("Ny titel"));
        await Site.Edit.TrashAsync(NodeKind.Document, key, null, default);
        await Site.Edit.DeleteAsync(NodeKind.Document, key, null, default);

        Assert.That(
            await ToldAsync(place),
            Is.EqualTo(new[] { SavedHow.Created, SavedHow.Updated, SavedHow.Trashed, SavedHow.Deleted }.Select(how => new SavedThing(SavedKind.Document, how, key))));
        Assert.That(await Site.Feed.HeadAsync(default), Is.EqualTo(head), "readers were not affected");
    }

    [Test]
    public async Task Moving_tells_of_what_is_moved_and_not_of_what_stands_below_it()
    {
        var home = await Site.HomeAsync();
        var (folder, other) = (await Site.PageAsync(home, "Mappe"), await Site.PageAsync(home, "Anden mappe"));
        var below = await Site.PageAsync(folder, "Nedenunder");
        var place = await Feed.HeadAsync(default);
        Assert.That((await Site.Edit.MoveAsync(NodeKind.Document, folder, other, null, default)).Succeeded);
        var keys = (await ToldAsync(place)).Select(thing => thing.Key).ToList();
        Assert.That(keys, Does.Contain(folder).And.Not.Contain(below));
    }

    [Test]
    public async Task Types_and_people_are_told_too()
    {
        var place = await Feed.HeadAsync(default);
        var schema = Library.Schema();
        await Site.Store.ApplyAsync(new SiteChanges { ContentTypes = [schema.ContentTypes.Single(type => type.Key == Library.Page) with { Name = "Anden side" }] }, null, default);
        var user = new User { Key = Guid.NewGuid(), Name = "Rikke", Email = $"{Guid.NewGuid():N}@example.dk" };
        await Site.Services.GetRequiredService<UserStore>().AddAsync(user, null, default);
        Assert.That(await ToldAsync(place), Is.EqualTo(new[]
        {
            new SavedThing(SavedKind.DocumentType, SavedHow.Updated, Library.Page),
            new SavedThing(SavedKind.User, SavedHow.Created, user.Key),
        }));
    }

    [Test]
    public async Task What_is_refused_is_not_told()
    {
        var place = await Feed.HeadAsync(default);
        Assert.That((await Site.Edit.TrashAsync(NodeKind.Document, Guid.NewGuid(), null, default)).Succeeded, Is.False);
        Assert.That(await ToldAsync(place), Is.Empty);
    }

    [Test]
    public async Task Who_comes_too_late_for_the_news_is_told_to_ask_for_everything_anew()
    {
        var (things, head) = await Feed.ReadAfterAsync(-50_000, default);
        Assert.That(things, Is.EqualTo(new[] { new SavedThing(SavedKind.Everything, SavedHow.Updated, Guid.Empty) }));
        Assert.That(head, Is.EqualTo(await Feed.HeadAsync(default)));
    }

    [Test]
    public async Task A_second_server_reads_the_same_news()
    {
        var other = await Site.OpenAnotherAsync();
        try
        {
            var feed = other.Services.GetRequiredService<SaveFeed>();
            var place = await feed.HeadAsync(default);
            var key = await Site.CreateAsync(null, Library.Home, Library.Content("Hos den anden"));
            Assert.That((await feed.ReadAfterAsync(place, default)).Things, Is.EqualTo(new[] { new SavedThing(SavedKind.Document, SavedHow.Created, key) }));
        }
        finally
        {
            await other.StopAsync();
        }
    }

    private async Task<IReadOnlyList<SavedThing>> ToldAsync(long place) => (await Feed.ReadAfterAsync(place, default)).Things;
}
