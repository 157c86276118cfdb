using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing;

/// <summary>What editors search in is what drafts say, however they were saved and by whom.</summary>
internal sealed class TextIndexTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task A_draft_is_found_by_what_it_says_now_and_not_when_it_is_gone()
    {
        var home = await Site.HomeAsync();
        var page = await Site.CreateAsync(home, Library.Page, Saying("kastanje"));
        Assert.That(await FoundAsync(Site, "kastanje"), Is.EqualTo(new[] { page }));
        await Site.SaveAsync(page, Saying("bøgeskov"));
        Assert.That((await FoundAsync(Site, "kastanje"), await FoundAsync(Site, "bøgeskov")), Is.EqualTo((Array.Empty<Guid>(), new[] { page })));
        await Site.Edit.TrashAsync(NodeKind.Document, page, null, default);
        await Site.Edit.DeleteAsync(NodeKind.Document, page, null, default);
        Assert.That(await WrittenAsync(Site, "bøgeskov"), Is.Empty, "nothing is left in memory");
    }

    [Test]
    public async Task Servers_that_search_at_once_right_after_a_save_find_the_same()
    {
        var home = await Site.HomeAsync();
        var others = new List<Site>();
        try
        {
            for (var number = 0; number < 3; number++)
            {
                others.Add(await Site.OpenAnotherAsync());
            }

            for (var round = 0; round < 15; round++)
            {
                var word = $"ord{Guid.NewGuid():N}";
                var page = await Site.CreateAsync(home, Library.Page, Saying(word));
                var found = await Task.WhenAll(others.Append(Site).Select(site => Task.Run(() => FoundAsync(site, word))));
                Assert.That(found, Is.All.EqualTo(new[] { page }), $"round {round}");
            }
        }
        finally
        {
            foreach (var other in others)
            {
                await other.StopAsync();
            }
        }
    }

    [Test]
    public async Task A_server_that_starts_anew_finds_what_was_saved_before()
    {
        var home = await Site.HomeAsync();
        var pages = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            pages.Add(await Site.CreateAsync(home, Library.Page, Saying("kastanje")));
        }

        Assert.That(await FoundAsync(Site, "kastanje"), Is.EquivalentTo(pages));
        var other = await Site.OpenAnotherAsync();
        try
        {
            Assert.That(await FoundAsync(other, "kastanje"), Is.EquivalentTo(pages));
        }
        finally
        {
            await other.StopAsync();
        }
    }

    private static NodeContent Saying(string words) => Library.Content("Side", ("title", Library.String(words)));

    private static async Task<Guid[]> FoundAsync(Site site, string words) =>
        [.. (await site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, words, false, null, [], 0, 10), default)).Items.Select(node => node.Key)];

    private static async Task<IEnumerable<Guid>> WrittenAsync(Site site, string word) =>
        (await site.Services.GetRequiredService<TextIndex>().FindAsync(SoughtWord.Of(word), _ => [], default)).Keys;
}
