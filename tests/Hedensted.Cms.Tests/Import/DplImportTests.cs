using System.Globalization;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Import;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Import.ImportSite;

namespace Hedensted.Cms.Tests.Import;

/// <summary>Events come from the library's site by themselves.</summary>
public class DplImportTests
{
    private ImportSite _site = null!;

    [SetUp]
    public async Task OpenAsync() => _site = await ImportSite.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _site.DisposeAsync();

    [Test]
    public async Task An_event_comes_with_what_the_source_says_of_it_and_is_published()
    {
        var one = DplEvents.One("Forfatteraften", Day(10, 19));
        one["description"] = "En aften om at skrive.";
        one["body"] = "<h1>Kom</h1><p onclick=\"x()\">Læs <a href=\"/om\">mere</a><script>alert(1)</script></p>";
        one["state"] = "SoldOut";
        one["address"] = JsonNode.Parse("""{ "locationType": "physical", "location": "Salen", "locationAdditional": "Indgang fra haven", "street": "Østerbrogade 26", "zip_code": 8722, "city": "Hedensted", "country": "DK" }""");
        one["categories"] = new JsonArray("Udstilling", "Litteratur");
        one["audiences"] = new JsonArray("Voksne", "Marsmænd");
        one["ticket_categories"] = JsonNode.Parse("""[{ "title": "Voksen", "price": { "currency": "DKK", "value": 7550 } }]""");
        one["ticket_capacity"] = 40;
        one["external_data"] = JsonNode.Parse("""{ "url": "https://billet.example/1" }""");
        one["something_new"] = JsonNode.Parse("""{ "deep": [1, 2] }""");

        var report = await _site.FetchAsync(one);
        var document = await _site.DocumentAsync(one);
        var said = document.Published;
        Assert.Multiple(() =>
        {
            Assert.That(report.Entries.Single().Action, Is.EqualTo(ImportAction.Create));
            Assert.That(document.ParentKey, Is.EqualTo(StartingSite.Events));
            Assert.That(Value(said, "title"), Is.EqualTo("\"Forfatteraften\""));
            Assert.That(Value(said, "teaser"), Is.EqualTo("\"En aften om at skrive.\""));
            Assert.That(Value(said, "description"), Does.Contain("<h2>Kom</h2>").And.Contain("https://hedenstedbib.example/om").And.Not.Contain("script").And.Not.Contain("onclick"));
            Assert.That(Value(said, "startsAt"), Does.Contain("T19:00:00"));
            Assert.That(Value(said, "endsAt"), Does.Contain("T21:00:00"));
            Assert.That(Value(said, "status"), Is.EqualTo("[\"Udsolgt\"]"));
            Assert.That(Value(said, "place"), Does.Contain(StartingSite.HedenstedLibrary.ToString()));
            Assert.That(Value(said, "meetingPoint"), Is.EqualTo("\"Indgang fra haven\""));
            Assert.That(Value(said, "attendanceMode"), Is.EqualTo("[\"Fysisk\"]"));
            Assert.That(Value(said, "kind"), Is.EqualTo("[\"Udstilling\"]"));
            Assert.That(Value(said, "categories"), Is.EqualTo("[\"Litteratur\"]"));
            Assert.That(Value(said, "audiences"), Is.EqualTo("[\"Voksne\"]"));
            Assert.That(Value(said, "prices"), Does.Contain("75.5"));
            Assert.That(Value(said, "capacity"), Is.EqualTo("40"));
            Assert.That(Value(said, "ticketUrl"), Is.EqualTo("\"https://billet.example/1\""));
            Assert.That(Value(said, "sourceUrl"), Does.Contain("hedenstedbib.example"));
            Assert.That(Value(said, "lockedFields"), Does.Contain("Titel").And.Contain("Starter").And.Not.Contain("Fokus"));
        });
        Assert.That(_site.Source.Asked.Single(), Does.StartWith("/api/v1/events?_format=json&from_date=20"));
    }

    [TestCase(1)]
    [TestCase(20261129)]
    public async Task Fetching_a_second_time_says_that_there_is_nothing_to_do(int seed)
    {
        _site.Source.Events = DplEvents.Many(60, seed, Day(0, 0));
        Assert.That(DplShape.Fault(_site.Source.Events), Is.Null, "the test's own source speaks as documented");
        var first = await _site.FetchAsync();
        Assert.That((first.Problem, first.Changes), Is.EqualTo(((string?)null, 60)));
        Assert.That(first.Entries.Where(entry => entry.Action != ImportAction.Create || entry.Notes.Count > 0), Is.Empty);

        var before = await PositionAsync();
        var again = await _site.FetchAsync();
        Assert.That((again.Changes, again.Unchanged, again.Entries.Count), Is.EqualTo((0, 60, 0)));
        Assert.That(await PositionAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_plan_tells_field_by_field_what_a_fetching_then_does_and_changes_nothing_itself()
    {
        var one = DplEvents.One("Babysang", Day(5));
        await _site.FetchAsync(one);
        var before = await PositionAsync();
        one["title"] = "Babysang for de helt små";
        one["state"] = "Cancelled";
        _site.Source.Events = [one.DeepClone()];
        var plan = await _site.Import.PlanAsync(false, CancellationToken.None);
        Assert.That(await PositionAsync(), Is.EqualTo(before));
        var entry = plan.Entries.Single();
        Assert.That(entry.Fields, Is.EqualTo(new[]
        {
            new ImportField("Titel", "Babysang", "Babysang for de helt små"),
            new ImportField("Status", "Planlagt", "Aflyst"),
        }));

        var done = await _site.FetchAsync();
        Assert.That(done.Entries.Single().Fields, Is.EqualTo(entry.Fields));
        Assert.That(Value((await _site.DocumentAsync(one)).Published, "status"), Is.EqualTo("[\"Aflyst\"]"));
    }

    [Test]
    public async Task What_editors_add_is_theirs_and_what_the_source_does_not_say_is_too()
    {
        var one = DplEvents.One("Koncert", Day(5));
        await _site.FetchAsync(one);
        var key = (await _site.DocumentAsync(one)).Key;
        using var rikke = await _site.Host.SignInAsync();
        await rikke.SaveAsync(
            key,
            ("focusAreas", new[] { new { type = "document", unique = StartingSite.Communities } }),
            ("form", new[] { "Krop" }),
            ("capacity", 30),
            ("partners", new[] { new { type = "document", unique = StartingSite.Learning } }));
        await rikke.PublishAsync(key);

        one["title"] = "Koncert i gården";
        one["body"] = "<p>Medbring stol.</p>";
        await _site.FetchAsync(one);
        var said = (await _site.DocumentAsync(one)).Published;
        Assert.Multiple(() =>
        {
            Assert.That(Value(said, "title"), Is.EqualTo("\"Koncert i gården\""));
            Assert.That(Value(said, "focusAreas"), Does.Contain(StartingSite.Communities.ToString()));
            Assert.That(Value(said, "form"), Is.EqualTo("[\"Krop\"]"));
            Assert.That(Value(said, "capacity"), Is.EqualTo("30"));
            Assert.That(Value(said, "partners"), Does.Contain(StartingSite.Learning.ToString()));
        });

        one.Remove("body");
        await _site.FetchAsync(one);
        Assert.That(Value((await _site.DocumentAsync(one)).Published, "description"), Is.Null, "what the source takes back is gone, and the editors' from then on");
    }

    [Test]
    public async Task An_unknown_place_waits_for_a_person_whose_choice_is_remembered()
    {
        var one = DplEvents.One("Gåtur", Day(5));
        one["branches"] = new JsonArray("Spejderhytten");
        var report = await _site.FetchAsync(one);
        Assert.That(report.Entries[0].Notes[0], Does.Contain("Stedet «Spejderhytten» er ukendt"));
        Assert.That((await _site.DocumentAsync(one)).Published, Is.Null, "an event without a place is a draft");

        var question = (await _site.Import.QuestionsAsync(CancellationToken.None)).Single();
        Assert.That((question.Kind, question.Label), Is.EqualTo(("place", "Spejderhytten")));
        Assert.That(await AnswerAsync(question.Key, ImportChoices.Choose, StartingSite.Home), Is.EqualTo(ImportAnswer.WrongTarget));
        Assert.That(await AnswerAsync(question.Key, ImportChoices.Cancel), Is.EqualTo(ImportAnswer.WrongChoice));
        Assert.That(await AnswerAsync(question.Key, ImportChoices.Choose, StartingSite.ToerringLibrary), Is.EqualTo(ImportAnswer.Done));

        var other = DplEvents.One("Bål", Day(6));
        other["branches"] = new JsonArray("SPEJDERHYTTEN ");
        await _site.FetchAsync(one, other);
        foreach (var document in new[] { await _site.DocumentAsync(one), await _site.DocumentAsync(other) })
        {
            Assert.That(Value(document.Published, "place"), Does.Contain(StartingSite.ToerringLibrary.ToString()));
        }
    }

    [Test]
    public async Task A_partner_is_chosen_made_or_left_out_and_an_editors_own_choice_stands()
    {
        var one = DplEvents.One("Teater", Day(5));
        one["partners"] = new JsonArray("Social omsorg", "Teaterforeningen", "En vittighed");
        await _site.FetchAsync(one);
        var questions = (await _site.Import.QuestionsAsync(CancellationToken.None)).ToDictionary(question => question.Label, question => question.Key);
        Assert.That(questions.Keys, Is.EquivalentTo(new[] { "Teaterforeningen", "En vittighed" }), "who is called as in the source is known");
        Assert.That(await AnswerAsync(questions["En vittighed"], ImportChoices.Ignore), Is.EqualTo(ImportAnswer.Done));
        Assert.That(await AnswerAsync(questions["Teaterforeningen"], ImportChoices.Create), Is.EqualTo(ImportAnswer.WrongTarget), "what kind of partner?");
        Assert.That(
            await _site.Import.AnswerAsync(questions["Teaterforeningen"], ImportChoices.Create, null, "Forening", null, CancellationToken.None), Is.EqualTo(ImportAnswer.Done));

        await _site.FetchAsync();
        var document = await _site.DocumentAsync(one);
        Assert.That(document.Draft.ValueOf("partners")!.Value.GetArrayLength(), Is.EqualTo(2));

        using var rikke = await _site.Host.SignInAsync();
        await rikke.SaveAsync(document.Key, ("partners", null));
        Assert.That((await _site.FetchAsync()).Changes, Is.Zero, "whom an editor takes out stays out");
    }

    [Test]
    public async Task A_coming_event_that_vanishes_is_asked_about_and_never_deleted()
    {
        var (stays, goes) = (DplEvents.One("Bliver", Day(5)), DplEvents.One("Forsvinder", Day(6)));
        await _site.FetchAsync(stays, goes);
        var report = await _site.FetchAsync(stays);
        Assert.That(report.Entries.Single().Action, Is.EqualTo(ImportAction.Vanished));
        Assert.That(Value((await _site.DocumentAsync(goes)).Published, "status"), Is.EqualTo("[\"Planlagt\"]"));

        var question = (await _site.Import.QuestionsAsync(CancellationToken.None)).Single();
        Assert.That((question.Kind, question.Label), Is.EqualTo((ImportChoices.Vanished, "Forsvinder")));
        Assert.That(await AnswerAsync(question.Key, ImportChoices.Cancel), Is.EqualTo(ImportAnswer.Done));
        Assert.That(Value((await _site.DocumentAsync(goes)).Published, "status"), Is.EqualTo("[\"Aflyst\"]"));
        Assert.That((await _site.FetchAsync()).Entries.Single().Action, Is.EqualTo(ImportAction.Skip), "it is not asked about again");

        await _site.FetchAsync(stays, goes);
        Assert.That(Value((await _site.DocumentAsync(goes)).Published, "status"), Is.EqualTo("[\"Planlagt\"]"), "it came back");
        await _site.FetchAsync(stays);
        Assert.That((await _site.Import.QuestionsAsync(CancellationToken.None)).Single().Answer, Is.Null, "and is asked about when it goes again");
    }

    [Test]
    public async Task What_is_kept_stays_and_what_is_released_is_ours()
    {
        var (one, two, three) = (DplEvents.One("Et", Day(5)), DplEvents.One("To", Day(6)), DplEvents.One("Tre", Day(7)));
        await _site.FetchAsync(one, two, three);
        await _site.FetchAsync(three);
        var questions = (await _site.Import.QuestionsAsync(CancellationToken.None)).ToDictionary(question => question.Label, question => question.Key);
        await AnswerAsync(questions["Et"], ImportChoices.Keep);
        await AnswerAsync(questions["To"], ImportChoices.Release);

        using var rikke = await _site.Host.SignInAsync();
        var key = (await _site.DocumentAsync(two)).Key;
        await rikke.SaveAsync(key, ("title", "To, som vi selv holder"));
        two["title"] = "Kildens to";
        await _site.FetchAsync(one, two, three);
        Assert.That(Value((await _site.DocumentAsync(two)).Draft, "title"), Is.EqualTo("\"To, som vi selv holder\""));
    }

    [Test]
    public async Task When_much_is_gone_at_once_nothing_is_changed_until_a_person_vouches_for_it()
    {
        _site.Source.Events = DplEvents.Many(20, 3, Day(0, 0));
        await _site.FetchAsync();
        _site.Source.Events = [.. _site.Source.Events.Take(9).Select(one => one!.DeepClone())];
        _site.Source.Events[0]!["title"] = "Ændret imens";

        var doubted = await _site.FetchAsync();
        Assert.Multiple(() =>
        {
            Assert.That(doubted.Problem, Does.Contain("11 af de 20").And.Contain("intet er ændret"));
            Assert.That(doubted.MayBeAccepted, Is.True);
        });
        Assert.That(await _site.Import.QuestionsAsync(CancellationToken.None), Is.Empty);

        var accepted = await _site.FetchAsync(acceptVanished: true);
        Assert.That((accepted.Problem, accepted.Changes, accepted.Entries.Count(entry => entry.Action == ImportAction.Vanished)), Is.EqualTo(((string?)null, 1, 11)));
        Assert.That((await _site.FetchAsync()).Problem, Is.Null, "what was accepted is not doubted again");
    }

    [Test]
    public async Task An_empty_answer_is_doubted_however_few_there_were()
    {
        await _site.FetchAsync(DplEvents.One("Den eneste", Day(5)));
        Assert.That((await _site.FetchAsync(Array.Empty<JsonObject>())).Problem, Does.Contain("1 af de 1"));
    }

    [Test]
    public async Task What_is_over_is_not_fetched_and_what_has_taken_place_keeps_its_status()
    {
        var (past, now) = (DplEvents.One("I går", Day(-3)), DplEvents.One("Aflyst", Day(5)));
        now["state"] = "Cancelled";
        Assert.That((await _site.FetchAsync(past, now)).Changes, Is.EqualTo(1));
        now["state"] = "Occurred";
        Assert.That((await _site.FetchAsync(past, now)).Changes, Is.Zero);
        now["state"] = "Henkogt";
        Assert.That((await _site.FetchAsync(past, now)).Problem, Is.Null, "a word of tomorrow does not stop the others");
    }

    [TestCase("2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00", "2027-03-28T01:30:00", "2027-03-28T03:30:00")]
    [TestCase("2027-07-01T08:00:00Z", "2027-07-01T08:00:00Z", "2027-07-01T10:00:00", "2027-07-01T11:00:00")]
    public async Task Times_are_Danish_whatever_their_offset(string from, string to, string startsAt, string endsAt)
    {
        var one = DplEvents.One("Sommertid", Day(5));
        one["date_time"] = new JsonObject { ["start"] = from, ["end"] = to };
        await _site.FetchAsync(one);
        var said = (await _site.DocumentAsync(one)).Published;
        Assert.That((Value(said, "startsAt"), Value(said, "endsAt")), Is.EqualTo(($$"""{"date":"{{startsAt}}","timeZone":null}""", $$"""{"date":"{{endsAt}}","timeZone":null}""")));
    }

    [Test]
    public async Task An_exhibition_that_ends_at_midnight_ends_on_its_last_day()
    {
        var one = DplEvents.One("Udstilling", Day(5));
        one["all_day"] = true;
        one["date_time"] = new JsonObject { ["start"] = "2027-05-01T00:00:00+02:00", ["end"] = "2027-05-04T00:00:00+02:00" };
        await _site.FetchAsync(one);
        Assert.That(Value((await _site.DocumentAsync(one)).Published, "endsAt"), Does.Contain("2027-05-03T00:00:00"));
    }

    [Test]
    public async Task A_document_in_the_recycle_bin_or_deleted_stays_there()
    {
        var one = DplEvents.One("Uønsket", Day(5));
        await _site.FetchAsync(one);
        var key = (await _site.DocumentAsync(one)).Key;
        var editor = _site.Host.Service<ContentEditor>();
        await editor.TrashAsync(NodeKind.Document, key, null, CancellationToken.None);
        Assert.That((await _site.FetchAsync()).Entries.Single().Notes.Single(), Does.Contain("papirkurven"));
        await editor.DeleteAsync(NodeKind.Document, key, null, CancellationToken.None);
        Assert.That((await _site.FetchAsync()).Entries.Single().Notes.Single(), Does.Contain("Slettet"));
    }

    [Test]
    public async Task A_date_that_moves_in_the_source_tells_from_when_also_after_the_next_fetching()
    {
        var one = DplEvents.One("Flytter", Day(10, 19));
        await _site.FetchAsync(one);
        Assert.That(Value((await _site.DocumentAsync(one)).Published, "previousStart"), Is.Null);

        Move(one, Day(12, 18));
        var report = await _site.FetchAsync(one);
        one["title"] = "Flytter og skifter navn";
        await _site.FetchAsync(one);
        var document = await _site.DocumentAsync(one);
        await _site.Host.Service<EditionSource>().WaitForAsync(await PositionAsync(), CancellationToken.None);
        var date = _site.Host.Service<EditionSource>().Current.Projection<EventCalendar>().Of(document.Key).Single();
        Assert.Multiple(() =>
        {
            Assert.That(report.Entries.Single().Fields.Select(field => field.Label), Does.Contain("Flyttet fra").And.Contain("Starter"));
            Assert.That((date.PreviousStart, date.StartsAt, date.Status), Is.EqualTo(((DateTimeOffset?)Day(10, 19), Day(12, 18), OccurrenceStatus.Rescheduled)));
        });

        Move(one, Day(14, 18));
        await _site.FetchAsync(one);
        Assert.That(Value((await _site.DocumentAsync(one)).Published, "previousStart"), Does.Contain($"{Day(12, 18):yyyy-MM-dd}T18:00:00"), "from where it was last");
    }

    [Test]
    public async Task What_citizens_have_not_seen_is_corrected_and_not_moved()
    {
        var one = DplEvents.One("Kladde", Day(10, 19));
        one["branches"] = new JsonArray("Et ukendt hus");
        await _site.FetchAsync(one);
        Move(one, Day(12, 18));
        await _site.FetchAsync(one);
        Assert.That(Value((await _site.DocumentAsync(one)).Draft, "previousStart"), Is.Null);
    }

    [Test]
    public async Task Screens_that_the_source_names_are_picked_beside_the_editors_own()
    {
        var screen = (await _site.Host.Service<ContentTree>().SummariesAsync(NodeKind.Document, [.. _site.Host.Service<EditionSource>().Current.OfType("screen").Select(found => found.Key)], CancellationToken.None))[0];
        var one = DplEvents.One("På skærmen", Day(10, 19));
        one["screen_names"] = new JsonArray(screen.NameIn(null)!.ToUpperInvariant(), "En skærm i Vejle");
        var report = await _site.FetchAsync(one);
        var document = await _site.DocumentAsync(one);
        Assert.Multiple(() =>
        {
            Assert.That(Value(document.Published, "screens"), Does.Contain(screen.Key.ToString()));
            Assert.That(Value(document.Published, "showOnScreens"), Is.EqualTo("[\"Kun valgte\"]"));
            Assert.That(Value(document.Published, "lockedFields"), Does.Not.Contain("kærm"), "who chooses otherwise here may");
            Assert.That(report.Entries.Single().Notes.Single(), Is.EqualTo("Kilden nævner skærme, der ikke findes her: «En skærm i Vejle»."));
        });
        Assert.That((await _site.FetchAsync(one)).Changes, Is.Zero);
    }

    private static void Move(JsonObject one, DateTimeOffset start) =>
        one["date_time"] = new JsonObject { ["start"] = start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), ["end"] = start.AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) };

    [Test]
    public async Task The_clock_fetches_when_it_is_due_and_once()
    {
        _site.Source.Events = [DplEvents.One("Babysang", Day(5))];
        var fetched = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.Import.RunAsync(null, false, ifDue: true, CancellationToken.None)));
        Assert.That(fetched.Count(report => report is not null), Is.EqualTo(1));
        Assert.That(await _site.Import.RunAsync(null, false, ifDue: true, CancellationToken.None), Is.Null);
        Assert.That(_site.Source.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_field_that_the_webmaster_has_taken_away_is_left_out()
    {
        var schemas = _site.Host.Service<SchemaSource>();
        var schema = await schemas.CurrentAsync(CancellationToken.None);
        var shared = schema.FindType(NodeKind.Document, "eventContent")!;
        await _site.Host.AddAsync(new SiteChanges { ContentTypes = [shared with { Properties = [.. shared.Properties.Where(property => property.Alias is not ("meetingPoint" or "lockedFields"))] }] });
        var one = DplEvents.One("Uden felt", Day(5));
        one["address"] = JsonNode.Parse("""{ "location": "Hedensted Bibliotek", "locationAdditional": "Bag scenen", "street": "x", "zip_code": 8722, "city": "Hedensted", "country": "DK" }""");
        Assert.That((await _site.FetchAsync(one)).Changes, Is.EqualTo(1));
        Assert.That((await _site.FetchAsync()).Changes, Is.Zero);
    }

    [Test]
    public async Task The_command_line_tells_what_will_happen_and_does_it()
    {
        _site.Source.Events = [DplEvents.One("Babysang", Day(5))];
        Assert.That(await _site.RunAsync("import", "dpl", "plan"), Is.EqualTo((0, $"  ny         Babysang, {When(5)}\n1 ændring(er), 0 uændret. Udfør dem med 'import dpl run'.\n")));
        Assert.That((await _site.RunAsync("import", "dpl", "run")).Output, Does.Contain("1 arrangement(er) hentet"));
        Assert.That((await _site.RunAsync("import", "dpl", "plan")).Output, Does.Contain("Intet at gøre: 1 arrangement(er) i kilden"));
        _site.Source.Events = [];
        Assert.That((await _site.RunAsync("import", "dpl", "run")), Is.EqualTo((1, (await _site.Import.PlanAsync(false, CancellationToken.None)).Problem + "\nIntet er ændret.\n")));
        Assert.That((await _site.RunAsync("import", "dpl", "run", "--vanished", "accept")).Code, Is.Zero);
    }

    private static string When(int days)
    {
        var start = Day(days);
        return Bibliotek.Calendar.DanishDates.Moment(Bibliotek.Values.WallTime.FromInstant(start), Bibliotek.Values.WallTime.FromInstant(start.AddHours(2)));
    }

    private Task<ImportAnswer> AnswerAsync(Guid question, string choice, Guid? target = null) =>
        _site.Import.AnswerAsync(question, choice, target, null, null, CancellationToken.None);

    private async Task<Content.Changes.ChangePosition> PositionAsync() => await _site.Host.Service<Content.Changes.ChangeFeed>().HeadAsync(CancellationToken.None);
}
