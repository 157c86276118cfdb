using System.Text.Json.Nodes;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>What somebody has under way.</summary>
public class DraftTests
{
    [Test]
    public async Task A_draft_is_listed_with_what_it_lacks_until_it_is_published()
    {
        var (me, _, _) = await Rikke.InAsync(Host, Group(Deciding));
        Assert.That((await DraftsAsync(me))["latest"]!.AsArray(), Is.Empty);

        var lacking = await me.CreateAsync(Page, "Uden titel");
        var ready = await me.CreateAsync(Page, "Klar", null, ("title", "Klar"));
        var below = await me.CreateAsync(Page, "Under en kladde", lacking, ("title", "Under"));
        var work = await DraftsAsync(me);
        var drafts = work["drafts"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(drafts.Ids(), Is.EqualTo(new[] { below, ready, lacking }), "newest first");
            Assert.That(drafts[2]!["missing"]![0]!["field"]!.GetValue<string>(), Is.EqualTo("title"));
            Assert.That(drafts[2]!["missingCount"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(drafts[1]!["missingCount"]!.GetValue<int>(), Is.Zero);
            Assert.That(drafts[1]!["obstacle"], Is.Null);
            Assert.That(drafts[0]!["obstacle"]!.GetValue<string>(), Is.EqualTo("Siden ovenover er ikke udgivet. Udgiv den først."));
            Assert.That(work["total"]!.GetValue<int>(), Is.EqualTo(3));
        });

        await me.PublishAsync(ready);
        work = await DraftsAsync(me);
        Assert.Multiple(() =>
        {
            Assert.That(work["drafts"]!.AsArray().Ids(), Does.Not.Contain(ready));
            Assert.That(work["latest"]!.AsArray().Ids(), Does.Contain(ready));
        });

        await me.SaveAsync(ready, ("title", "Klar igen"));
        var again = (await DraftsAsync(me))["drafts"]![0]!;
        Assert.That((again["id"]!.GetValue<Guid>(), again["isNew"]!.GetValue<bool>()), Is.EqualTo((ready, false)));
    }

    [Test]
    public async Task What_others_saved_since_and_what_may_no_longer_be_read_is_not_mine()
    {
        var (me, key, group) = await Rikke.InAsync(Host, Group(Deciding));
        var taken = await me.CreateAsync(Page, "Overtaget", null, ("title", "Et"));
        var closed = await me.CreateAsync(Page, "Lukket", null, ("title", "To"));
        await Sune.SaveAsync(taken, ("title", "Sunes"));
        Assert.That((await DraftsAsync(me))["drafts"]!.AsArray().Ids(), Is.EqualTo(new[] { closed }));

        var narrowed = (await Rikke.GetAsync($"user-group/{group}"))!.AsObject();
        await Rikke.DoAsync(HttpMethod.Put, $"user-group/{group}", narrowed.At(closed, "Umb.Document.Create"));
        var work = await DraftsAsync(me);
        Assert.Multiple(() =>
        {
            Assert.That(work["drafts"]!.AsArray(), Is.Empty);
            Assert.That(work["latest"]!.AsArray(), Is.Empty);
            Assert.That(work["total"]!.GetValue<int>(), Is.Zero);
            Assert.That(key, Is.Not.EqualTo(Guid.Empty));
        });
    }

    [Test]
    public async Task What_is_wrong_with_a_field_that_one_may_not_read_is_not_told()
    {
        var (me, _, _) = await Rikke.InAsync(Host, await Group(Deciding).AtFieldAsync(Page, "title"));
        await me.CreateAsync(Page, "Uden titel");
        var draft = (await DraftsAsync(me))["drafts"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(draft["missing"]![0]!["field"]!.GetValue<string>(), Is.EqualTo("title"));
            Assert.That(draft["missing"]![0]!["message"]!.GetValue<string>(), Is.EqualTo("Bed en kollega, der må se feltet, om at rette det."));
        });
    }

    private static async Task<JsonNode> DraftsAsync(Editor editor) => (await editor.GetAsync("hedensted/drafts"))!;
}
