using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Sources;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Sources;

/// <summary>Documents whose values another system owns.</summary>
internal sealed class SourceTests(TestProvider provider) : OnBothDatabases(provider)
{
    private SourceWriter Writer => Site.Services.GetRequiredService<SourceWriter>();

    private SourceLinks Links => Site.Services.GetRequiredService<SourceLinks>();

    [Test]
    public async Task What_a_source_says_is_published_once_and_follows_the_source()
    {
        var home = await Site.HomeAsync();
        var first = await Writer.WriteAsync(Said(home, "Babysang"), default);
        Assert.That(first.Status, Is.EqualTo(SourceStatus.Written));
        var again = await Writer.WriteAsync(Said(home, "Babysang og kaffe"), default);
        Assert.That((again.Status, again.DocumentKey), Is.EqualTo((SourceStatus.Written, first.DocumentKey)));

        var node = await Site.FindAsync(first.DocumentKey);
        Assert.Multiple(() =>
        {
            Assert.That(node.NameIn(null), Is.EqualTo("Babysang og kaffe"));
            Assert.That(node.Published!.ValueOf("title")!.Value.GetString(), Is.EqualTo("Babysang og kaffe"));
        });
        var edition = await Site.ReadAsync();
        Assert.That(edition.Find(first.DocumentKey), Is.Not.Null);
    }

    [Test]
    public async Task Readers_see_the_source_at_once_and_an_editors_draft_stays_a_draft()
    {
        var home = await Site.HomeAsync();
        var key = (await Writer.WriteAsync(Said(home, "Foredrag"), default)).DocumentKey;
        await Site.SaveAsync(key, Library.PageContent("Foredrag", ("umbracoUrlName", Library.String("ikke-endnu"))));

        await Writer.WriteAsync(Said(home, "Foredraget er aflyst"), default);
        var node = await Site.FindAsync(key);
        Assert.Multiple(() =>
        {
            Assert.That(node.Published!.ValueOf("title")!.Value.GetString(), Is.EqualTo("Foredraget er aflyst"));
            Assert.That(node.Published!.ValueOf("umbracoUrlName"), Is.Null, "what an editor has under way is not published by the way");
            Assert.That(node.Draft.ValueOf("title")!.Value.GetString(), Is.EqualTo("Foredraget er aflyst"));
            Assert.That(node.Draft.ValueOf("umbracoUrlName")!.Value.GetString(), Is.EqualTo("ikke-endnu"));
            Assert.That(node.Variants.Single().State, Is.EqualTo(VariantState.PublishedPendingChanges));
        });
    }

    [Test]
    public async Task Nobody_else_changes_what_a_source_owns_and_everything_else_is_the_editors()
    {
        var home = await Site.HomeAsync();
        var key = (await Writer.WriteAsync(Said(home, "Koncert"), default)).DocumentKey;

        var refused = await Site.SaveAsync(key, Library.PageContent("Et andet navn") with { Names = [new(null, "Koncert")] });
        Assert.Multiple(() =>
        {
            Assert.That(refused.Status, Is.EqualTo(EditingStatus.PropertyValidationError));
            Assert.That(refused.Errors.Single().Alias, Is.EqualTo("title"));
            Assert.That(refused.Errors.Single().Message, Does.Contain("hentes fra kilden"));
        });

        var own = await Site.SaveAsync(key, Library.PageContent("Koncert", ("related", Library.String(home.ToString()))));
        Assert.That(own.Status, Is.EqualTo(EditingStatus.Success));
        await Writer.WriteAsync(Said(home, "Koncerten"), default);
        Assert.That((await Site.FindAsync(key)).Draft.ValueOf("related")!.Value.GetString(), Is.EqualTo(home.ToString()));
    }

    [Test]
    public async Task An_old_version_brings_back_what_is_the_editors_and_nothing_of_the_sources()
    {
        var home = await Site.HomeAsync();
        var key = (await Writer.WriteAsync(Said(home, "Udgave et"), default)).DocumentKey;
        await Site.SaveAsync(key, Library.PageContent("Udgave et", ("umbracoUrlName", Library.String("et"))));
        var old = (await Site.History.VersionsAsync(key, 0, 10, default)).Items[0].Key;
        await Writer.WriteAsync(Said(home, "Udgave to"), default);
        await Site.SaveAsync(key, Library.PageContent("Udgave to"));

        Assert.That((await Site.Edit.RollbackAsync(old, null, Site.Editor, default)).Status, Is.EqualTo(EditingStatus.Success));
        var draft = (await Site.FindAsync(key)).Draft;
        Assert.Multiple(() =>
        {
            Assert.That(draft.ValueOf("title")!.Value.GetString(), Is.EqualTo("Udgave to"));
            Assert.That(draft.ValueOf("umbracoUrlName")!.Value.GetString(), Is.EqualTo("et"));
        });
    }

    [Test]
    public async Task What_an_editor_takes_over_no_source_changes_any_more()
    {
        var home = await Site.HomeAsync();
        var key = (await Writer.WriteAsync(Said(home, "Vores nu", ("umbracoUrlName", "laast")), default)).DocumentKey;
        Assert.That((await Writer.ReleaseAsync(key, ["umbracoUrlName"], Site.Editor, default)).Status, Is.EqualTo(SourceStatus.Written));

        Assert.That((await Writer.WriteAsync(Said(home, "Kildens"), default)).Status, Is.EqualTo(SourceStatus.Released));
        Assert.That((await Site.SaveAsync(key, Library.PageContent("Rettet her"))).Status, Is.EqualTo(EditingStatus.Success));
        Assert.That((await Site.FindAsync(key)).Published!.ValueOf("umbracoUrlName"), Is.Null);
        Assert.That((await Links.FindAsync(key, default))!.Released, Is.True);
    }

    [Test]
    public async Task What_lacks_something_waits_as_a_draft_and_is_published_when_it_comes()
    {
        var home = await Site.HomeAsync();
        var without = Said(home, "Uden titel") with { Owned = new Dictionary<string, JsonElement>() };
        var waiting = await Writer.WriteAsync(without, default);
        Assert.That(waiting.Status, Is.EqualTo(SourceStatus.Incomplete));
        Assert.That((await Site.FindAsync(waiting.DocumentKey)).Published, Is.Null);

        Assert.That((await Writer.WriteAsync(Said(home, "Nu med titel"), default)).Status, Is.EqualTo(SourceStatus.Written));
        Assert.That((await Site.FindAsync(waiting.DocumentKey)).Published, Is.Not.Null);
    }

    [Test]
    public async Task What_a_person_unpublished_trashed_or_deleted_stays_so()
    {
        var home = await Site.HomeAsync();
        var key = (await Writer.WriteAsync(Said(home, "Taget ned"), default)).DocumentKey;
        await Site.Publisher.UnpublishAsync(key, [], Site.Editor, default);
        await Writer.WriteAsync(Said(home, "Stadig taget ned"), default);
        Assert.That((await Site.FindAsync(key)).Published, Is.Null);

        await Site.Edit.TrashAsync(NodeKind.Document, key, Site.Editor, default);
        Assert.That((await Writer.WriteAsync(Said(home, "x"), default)).Status, Is.EqualTo(SourceStatus.InTrash));
        await Site.Edit.DeleteAsync(NodeKind.Document, key, Site.Editor, default);
        Assert.That((await Writer.WriteAsync(Said(home, "x"), default)).Status, Is.EqualTo(SourceStatus.Deleted));
    }

    [Test]
    public async Task A_source_cannot_name_a_document_that_is_there_already()
    {
        var home = await Site.HomeAsync();
        Assert.That((await Writer.WriteAsync(Said(home, "Kapret") with { DocumentKey = home }, default)).Status, Is.EqualTo(SourceStatus.Refused));
        Assert.That(await Links.OfAsync("prøve", default), Is.Empty);
    }

    [Test]
    public async Task Added_documents_are_put_beside_the_editors_once()
    {
        var home = await Site.HomeAsync();
        var (one, two) = (await Site.PageAsync(home, "En"), await Site.PageAsync(home, "To"));
        SourceWrite With(params ImmutableArray<Guid> keys) => Said(home, "Fælles") with { Added = new Dictionary<string, ImmutableArray<Guid>> { ["picture"] = keys } };
        var key = (await Writer.WriteAsync(With(one), default)).DocumentKey;
        await Site.SaveAsync(key, Library.PageContent("Fælles"));
        await Writer.WriteAsync(With(one, two), default);
        var picked = (await Site.FindAsync(key)).Draft.ValueOf("picture")!.Value.GetRawText();
        Assert.That(picked, Does.Contain(two.ToString()).And.Not.Contain(one.ToString()), "what an editor took out stays out");
    }

    [Test]
    public async Task Of_several_servers_one_has_the_turn()
    {
        var other = await Site.OpenAnotherAsync();
        var minute = TimeSpan.FromMinutes(1);
        SourceRuns[] servers = [Site.Services.GetRequiredService<SourceRuns>(), other.Services.GetRequiredService<SourceRuns>()];
        var got = await Task.WhenAll(Enumerable.Range(0, 10).Select(at => servers[at % 2].TakeTurnAsync("prøve", minute, 10 * minute, null, ifDue: true, default)));
        Assert.That(got.Count(mine => mine), Is.EqualTo(1));

        await servers[0].EndTurnAsync("prøve", default);
        Assert.That(await servers[1].TakeTurnAsync("prøve", minute, 10 * minute, null, ifDue: true, default), Is.False, "it is not due yet");
        Assert.That(await servers[1].TakeTurnAsync("prøve", minute, 10 * minute, null, ifDue: false, default), Is.True, "a person need not wait");
        other.Time.Advance(2 * minute);
        Assert.That(await servers[1].TakeTurnAsync("prøve", minute, 10 * minute, null, ifDue: false, default), Is.True, "whoever died holds up nobody");
        await other.StopAsync();
    }

    [Test]
    public async Task A_turn_from_a_clock_that_was_ahead_holds_up_nobody_and_is_due()
    {
        var turns = Site.Services.GetRequiredService<SourceRuns>();
        var (minute, day) = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        Site.Time.Advance(7 * day);
        Assert.That(await turns.TakeTurnAsync("prøve", minute, minute, day, ifDue: true, default), Is.True);
        await turns.EndTurnAsync("prøve", default);
        Assert.That(await turns.TakeTurnAsync("prøve", minute, day, null, ifDue: false, default), Is.True, "the next is due in a day");

        Site.Time.Advance(-7 * day);
        Assert.That(await turns.TakeTurnAsync("prøve", minute, minute, day, ifDue: true, default), Is.True);
        Assert.That(await turns.TakeTurnAsync("prøve", minute, minute, day, ifDue: true, default), Is.False, "held");
        await turns.EndTurnAsync("prøve", default);
        Assert.That(await turns.TakeTurnAsync("prøve", TimeSpan.Zero, day, null, ifDue: false, default), Is.True);
        Site.Time.Advance(-4 * minute);
        Assert.That(await turns.TakeTurnAsync("prøve", minute, minute, day, ifDue: true, default), Is.False, "clocks differ by minutes");
    }

    [Test]
    public async Task Decisions_are_remembered_and_questions_that_nobody_asks_any_more_are_not()
    {
        var questions = Site.Services.GetRequiredService<SourceQuestions>();
        await questions.AskAsync("prøve", [new("sted", "hal 2", "Hal 2", ""), new("sted", "hal 3", "Hal 3", ""), new("væk", "1", "Babysang", "")], "væk", default);
        var asked = await questions.OfAsync("prøve", default);
        await questions.AnswerAsync(asked.Single(one => one.Subject == "hal 2").Key, "vælg", Site.Editor, null, default);
        await questions.AnswerAsync(asked.Single(one => one.Subject == "1").Key, "behold", null, null, default);

        await questions.AskAsync("prøve", [], "væk", default);
        var left = (await questions.OfAsync("prøve", default)).Single();
        Assert.That((left.Subject, left.Answer!.TargetKey), Is.EqualTo(("hal 2", (Guid?)Site.Editor)));
    }

    [Test]
    public async Task Reports_are_kept_the_newest_first()
    {
        var runs = Site.Services.GetRequiredService<SourceRuns>();
        for (var number = 0; number < 3; number++)
        {
            await runs.AddAsync("prøve", new SourceRun(Guid.NewGuid(), Site.Start.AddMinutes(number), Site.Start.AddMinutes(number), null, true, $"{number}"), default);
        }

        Assert.That((await runs.NewestAsync("prøve", 2, default)).Select(run => run.Report), Is.EqualTo(new[] { "2", "1" }));
    }

    [TestCase("""{"a":1,"b":null}""", """{"a":1.0}""", true)]
    [TestCase("""{"values":[{"alias":"name","value":"x"}]}""", """{"values":[{"value":"x","alias":"name","editorAlias":"Umbraco.TextBox","culture":null}]}""", true)]
    [TestCase("\"\"", "[]", true)]
    [TestCase("""["Aflyst"]""", """["Planlagt"]""", false)]
    [TestCase("""{"a":1}""", """{"a":1,"b":2}""", false)]
    public void Values_are_the_same_when_they_say_the_same(string one, string other, bool same) =>
        Assert.That(SourceValues.Same(Library.Json(one), Library.Json(other)), Is.EqualTo(same));

    private static SourceWrite Said(Guid parent, string title, params (string Alias, string Value)[] more) => new()
    {
        System = "prøve",
        Id = "1",
        DocumentKey = Guid.Parse("d0000000-0000-4000-8000-000000000001"),
        ContentTypeKey = Library.Page,
        ParentKey = parent,
        Name = title,
        Owned = more.Append((Alias: "title", Value: title)).ToDictionary(value => value.Alias, value => Library.String(value.Value)),
        Publish = true,
        Comment = "Hentet",
    };
}
