using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Published;

/// <summary>An edition that grew step by step is the one that would be made from nothing.</summary>
internal sealed class IncrementalEditionTests(TestProvider provider) : OnBothDatabases(provider)
{
    [TestCase(1)]
    [TestCase(20261122)]
    public async Task After_each_of_three_hundred_operations_it_equals_a_full_rebuild(int seed)
    {
        var editor = new RandomEditor(Site, seed);
        var reader = Site.Services.GetRequiredService<EditionReader>();
        var known = await Site.ReadAsync();
        var most = 0;
        for (var step = 0; step < 300; step++)
        {
            var what = await editor.ActAsync();
            var whole = EditionBuilder.Build(null, await reader.ReadAllAsync(default), []);
            var next = await Site.ReadAsync();

            Assert.That(EditionSnapshot.Of(next), Is.EqualTo(EditionSnapshot.Of(whole)), $"step {step}: {what}");
            Assert.That(next.DocumentCount, Is.EqualTo(whole.DocumentCount), $"step {step}: {what}");
            AssertAddresses(next, $"step {step}: {what}");
            most = Math.Max(most, next.DocumentCount);
            known = next;
        }

        Assert.That(known.Position.Value, Is.GreaterThan(50), "enough of it concerned readers");
        Assert.That(most, Is.GreaterThan(10), "enough was published");
    }

    [Test]
    public async Task Several_changes_read_in_one_go_give_the_same()
    {
        var editor = new RandomEditor(Site, 7);
        using var line = LineOf(Site);
        var reader = ReaderOf(Site, line);
        var edition = await Site.ReadAsync();
        for (var round = 0; round < 40; round++)
        {
            for (var step = 0; step < 10; step++)
            {
                await editor.ActAsync();
            }

            edition = Follow(reader, edition);
            await AssertWholeAsync(reader, edition, $"round {round}");
        }
    }

    [Test]
    public async Task So_do_more_changes_than_one_question_brings_the_documents_of()
    {
        var home = await Site.HomeAsync();
        using var line = LineOf(Site);
        var reader = ReaderOf(Site, line);
        var edition = await Site.ReadAsync();
        var last = home;
        foreach (var number in Enumerable.Range(0, 130))
        {
            last = await Site.PageAsync(home, $"Side {number}");
        }

        edition = Follow(reader, edition);

        Assert.That(edition.DocumentCount, Is.EqualTo(131));
        await AssertWholeAsync(reader, edition, "130 pages");
        Assert.That(reader.ReadLast(edition)!.Documents.Select(row => row.Key), Is.EqualTo(new[] { last }));
    }

    private static FollowingLine LineOf(Site site) => new(site.Services.GetRequiredService<StorageSettings>());

    private static EditionReader ReaderOf(Site site, FollowingLine line) => new(site.Services.GetRequiredService<ContentDatabase>(), line);

    private static Edition Follow(EditionReader reader, Edition known)
    {
        var next = known;
        reader.ReadAfter(known, input => next = EditionBuilder.Build(known, input, []));
        return next;
    }

    private static async Task AssertWholeAsync(EditionReader reader, Edition edition, string when)
    {
        var whole = EditionBuilder.Build(null, await reader.ReadAllAsync(default), []);
        Assert.That(EditionSnapshot.Of(edition), Is.EqualTo(EditionSnapshot.Of(whole)), when);
    }

    private static void AssertAddresses(Edition edition, string when)
    {
        var siblings = edition.Documents.SelectMany(document => document.UrlSegments.Values.Distinct().Select(segment => (document.ParentKey, segment)));
        Assert.That(siblings, Is.Unique, when);
    }
}
