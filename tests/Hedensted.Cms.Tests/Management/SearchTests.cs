using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management;

/// <summary>The magnifier in the header.</summary>
public class SearchTests
{
    [Test]
    public async Task Documents_are_found_by_name_and_by_what_is_written_in_danish_best_first()
    {
        var word = $"Ærø{Guid.NewGuid():N}";
        var speaks = await Rikke.CreateAsync(Page, "En side om noget andet", null, ("title", $"Turen går til {word.ToUpperInvariant()} i dag"));
        var within = await Rikke.CreateAsync(Page, $"Turen til {word}", null, ("title", "T"));
        var starts = await Rikke.CreateAsync(Page, $"{word} rundt", null, ("title", "T"));
        var exact = await Rikke.CreateAsync(Page, word, null, ("title", "T"));
        Assert.Multiple(async () =>
        {
            Assert.That(Ids(await FindAsync(Rikke, word.ToLowerInvariant())), Is.EqualTo(new[] { exact, starts, within, speaks }));
            Assert.That(Ids(await FindAsync(Rikke, $"{word} andet")), Is.EqualTo(new[] { speaks }), "one word in the name, one in the text");
            Assert.That(Ids(await FindAsync(Rikke, $"{word} findesikke")), Is.Empty);
        });
        await Rikke.TrashAsync(exact);
        Assert.That(Ids(await FindAsync(Rikke, word)), Is.EqualTo(new[] { starts, within, speaks }));
    }

    [Test]
    public async Task Words_are_found_in_any_form_and_misspelled_as_citizens_find_them()
    {
        var mark = Letters();
        var named = await Rikke.CreateAsync(Page, $"{mark}bøger", null, ("title", "T"));
        var written = await Rikke.CreateAsync(Page, "En side", null, ("title", $"Børnene læser en billed{mark}bog."));
        Assert.Multiple(async () =>
        {
            Assert.That(Ids(await FindAsync(Rikke, $"{mark}bog")), Is.EqualTo(new[] { named, written }), "another form; a part of a compound");
            Assert.That(Ids(await FindAsync(Rikke, $"BOERN {mark}bogen")), Is.EqualTo(new[] { written }), "without ø, in capitals");
            Assert.That(Ids(await FindAsync(Rikke, $"{mark}xbog")), Is.EqualTo(new[] { named }), "a letter too many: the word itself, not what contains it");
            Assert.That(Ids(await FindAsync(Rikke, $"\"{mark}bog\"")), Is.EqualTo(new[] { named }), "to the letter: no compounds");
            Assert.That(Ids(await FindAsync(Rikke, $"{mark}bog og børn")), Is.EqualTo(new[] { written }), "og says nothing");
        });

        // A word that nobody has used, without digits: those are never taken for others.
        static string Letters() => string.Concat(Guid.NewGuid().ToByteArray().Take(12).Select(value => (char)('a' + (value % 26))));
    }

    [Test]
    public async Task Nobody_finds_the_text_of_what_they_may_not_read()
    {
        var word = $"ord{Guid.NewGuid():N}";
        var start = await Rikke.CreateAsync(Page, "Start", null, ("title", word));
        var secret = await Rikke.CreateAsync(Page, "Hemmelig", start, ("title", word));
        await Rikke.CreateAsync(Page, "Udenfor", null, ("title", word));
        var (colleague, _, _) = await Rikke.InAsync(Host, Group(Reading).With("documentRootAccess", false).With("documentStartNode", Reference(start)).At(secret));
        var found = await FindAsync(colleague, word);
        Assert.That(Ids(found), Is.EqualTo(new[] { start }));
        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_finds_a_word_in_a_field_that_they_may_not_read()
    {
        var word = $"ord{Guid.NewGuid():N}";
        var hidden = await Rikke.CreateAsync(Page, "En side", null, ("title", $"Kun for de indviede: {word}"), ("teaser", "Til alle"));
        var named = await Rikke.CreateAsync(Page, $"{word} i navnet", null, ("title", word));
        var written = await Rikke.CreateAsync(Page, "En anden side", null, ("title", "T"), ("teaser", $"Til alle: {word}"));
        var (colleague, _, _) = await Rikke.InAsync(Host, await Group(Reading).AtFieldAsync(Page, "title"));
        var found = await FindAsync(colleague, word);
        Assert.Multiple(async () =>
        {
            Assert.That(Ids(await FindAsync(Rikke, word)), Is.EquivalentTo(new[] { hidden, named, written }));
            Assert.That(Ids(found), Is.EqualTo(new[] { named, written }));
            Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(2), "a number would tell, too");
            Assert.That(Ids(await FindAsync(colleague, $"{word} alle")), Is.EqualTo(new[] { written }), "a word of each field");
        });
    }

    private static async Task<JsonNode> FindAsync(Editor editor, string words) =>
        (await editor.GetAsync($"item/document/search?query={Uri.EscapeDataString(words)}&skip=0&take=20"))!;

    private static Guid[] Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];
}
