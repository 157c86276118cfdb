using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What citizens find by words.</summary>
public class SearchTests
{
    private const string Query = """
        query($q: String!, $first: Int, $after: String, $kinds: [SearchKind!], $types: [String!]) {
          search(query: $q, first: $first, after: $after, kinds: $kinds, contentTypes: $types) {
            totalCount hasAllWords suggestion kinds { kind count } pageInfo { hasNextPage hasPreviousPage endCursor }
            nodes { name }
            edges { cursor kind score match isPast node { __typename name path } title { text match } excerpt { text match } }
          }
        }
        """;

    [Test]
    public void Events_dialogues_the_strategy_and_places_are_found()
    {
        var library = new Library();
        library.Event("Havtorn ved fjorden", "2026-12-01T10:00:00");
        library.Add("eventSeries", "Havtornklubben", new { title = "Havtornklubben" });
        library.Add("dialogueMeeting", "Skal vi spise havtorn?", new { title = "Skal vi spise havtorn?", startsAt = Library.Time("2026-12-05T19:00:00") });
        library.Add("strategyPage", "Havtorn i strategien", new { title = "Havtorn i strategien" }, library.Existing("strategySection"));
        library.Add("branch", "Havtorn Bibliotek", new { title = "Havtorn Bibliotek" }, library.Existing("placeFolder"));
        library.Add("outreachPlace", "Havtornskolen", new { title = "Havtornskolen" }, library.Existing("placeFolder"));
        library.Add("term", "Havtorn", new { title = "Havtorn", definition = "En busk" }, library.Existing("termFolder"));
        var found = library.Ask(Query, new { q = "havtorn" }).At("search");
        Assert.That(
            found.At("edges").EnumerateArray().Select(edge => (edge.At("kind").GetString(), edge.At("node", "__typename").GetString())),
            Is.EquivalentTo(new[]
            {
                ("EVENT", "Event"), ("EVENT", "EventSeries"), ("DIALOGUE_MEETING", "DialogueMeeting"), ("STRATEGY", "StrategyPage"), ("PLACE", "Branch"), ("PLACE", "OutreachPlace"), ("PAGE", "Term"),
            }));
        Assert.That(found.At("edges")[0].At("node", "name").GetString(), Is.EqualTo("Havtorn"), "the word alone is the best title");
        Assert.That(found.At("kinds").EnumerateArray().Select(kind => (kind.At("kind").GetString(), kind.At("count").GetInt32())), Is.EqualTo(new[]
        {
            ("EVENT", 2), ("DIALOGUE_MEETING", 1), ("STRATEGY", 1), ("PLACE", 2), ("PAGE", 1),
        }));
        var places = library.Ask(Query, new { q = "havtorn", kinds = new[] { "PLACE" } }).At("search");
        Assert.That((places.At("totalCount").GetInt32(), places.At("kinds").GetArrayLength()), Is.EqualTo((2, 5)));
        Assert.That(library.Ask(Query, new { q = "havtorn", types = new[] { "TERM", "branch" } }).At("search", "totalCount").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void Words_are_told_apart_in_title_and_text()
    {
        var library = new Library();
        library.Event("Billedbøger", "2026-12-01T10:00:00", more: new { description = new { markup = "<p>Vi læser <em>bogen</em> om Ærø &amp; havet.</p>" } });
        var edge = library.Ask(Query, new { q = "bog aeroe" }).At("search", "edges")[0];
        Assert.That(Shown(edge.At("title")), Is.EqualTo("[Billedbøger]"));
        Assert.That(Shown(edge.At("excerpt")), Is.EqualTo("Vi læser [bogen] om [Ærø] & havet."));
        Assert.That(edge.At("match").GetString(), Is.EqualTo("EXACT"));
    }

    [Test]
    public void A_misspelled_word_is_found_and_the_right_one_suggested()
    {
        var library = new Library();
        library.Event("Havtorn og tyttebær", "2026-12-01T10:00:00");
        var found = library.Ask(Query, new { q = "tytebær havtron" }).At("search");
        Assert.That(found.At("nodes").Texts("name"), Is.EqualTo(new[] { "Havtorn og tyttebær" }));
        Assert.That(found.At("suggestion").GetString(), Is.EqualTo("tyttebær havtorn"));
        Assert.That(found.At("edges")[0].At("match").GetString(), Is.EqualTo("SIMILAR"));
        Assert.That(library.Ask(Query, new { q = "tyttebær" }).At("search", "suggestion").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void What_is_over_comes_last_and_the_answer_holds_until_something_else_is()
    {
        var library = new Library();
        library.Event("Havtorn", "2026-11-25T09:00:00", "2026-11-25T14:30:00");
        library.Event("Havtorn på toast og andet godt", "2026-12-01T10:00:00");
        var edition = library.Edition();
        Assert.That(Names(), Is.EqualTo(new[] { "Havtorn", "Havtorn på toast og andet godt" }));
        library.Clock.Now = new DateTimeOffset(2026, 11, 25, 14, 31, 0, TimeSpan.FromHours(1));
        Assert.That(Names(), Is.EqualTo(new[] { "Havtorn på toast og andet godt", "Havtorn" }));

        string?[] Names()
        {
            using var answer = library.Api.Execute(edition, Query, new { q = "havtorn" });
            return answer.RootElement.At("data", "search", "nodes").Texts("name");
        }
    }

    [Test]
    public void A_dialogue_meeting_is_found_as_one_though_it_does_not_say_the_word()
    {
        var library = new Library();
        library.Add("dialogueMeeting", "Skal vi spise havtorn?", new { title = "Skal vi spise havtorn?", startsAt = Library.Time("2026-12-05T19:00:00") });
        library.Event("Havtorn på bordet", "2026-12-05T10:00:00");

        var found = library.Ask(Query, new { q = "dialogmøder havtorn" }).At("search", "nodes").Texts("name");

        Assert.That(found, Does.Contain("Skal vi spise havtorn?").And.Not.Contain("Havtorn på bordet"));
    }

    [Test]
    public void An_event_is_found_by_its_place_its_partner_and_its_day()
    {
        var library = new Library();
        var partner = library.Add("partner", "Strandrensernes Laug", new { title = "Strandrensernes Laug" }, library.Existing("partnerFolder"));
        library.Event("Tang og toner", "2026-12-05T10:00:00", more: new { place = library.Existing("branch", "Juelsminde Bibliotek"), organiser = partner });
        foreach (var question in new[] { "toner juelsminde", "strandrenser", "toner lørdag", "toner december 2026" })
        {
            Assert.That(library.Ask(Query, new { q = question }).At("search", "nodes").Texts("name"), Does.Contain("Tang og toner"), question);
        }

        Assert.That(library.Ask(Query, new { q = "toner hornsyld" }).At("search", "hasAllWords").GetBoolean(), Is.False);
    }

    [Test]
    public void A_date_of_its_own_is_found_in_its_series()
    {
        var library = new Library();
        var series = library.Add("eventSeries", "Læsekreds", new { title = "Læsekreds", extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-01T19:00:00") }) });
        library.Add("occurrenceOverride", "Ret", new { originalStart = Library.Time("2026-12-01T19:00:00"), teaser = "Denne gang med havtorn" }, series);
        var found = library.Ask(Query, new { q = "havtorn" }).At("search");
        Assert.That(found.At("nodes").Texts("name"), Is.EqualTo(new[] { "Læsekreds" }));
    }

    [Test]
    public void Pages_put_together_are_the_whole()
    {
        var library = new Library();
        for (var number = 0; number < 23; number++)
        {
            library.Event(number % 2 == 0 ? "Havtorn" : "Havtorn ved fjorden", number % 3 == 0 ? "2026-11-01T10:00:00" : "2026-12-01T10:00:00");
        }

        var whole = library.Ask(Query, new { q = "havtorn", first = 100 }).At("search", "edges").Texts("cursor");
        var pages = new List<string?>();
        for (string? after = null; ;)
        {
            var page = library.Ask(Query, new { q = "havtorn", first = 5, after }).At("search");
            Assert.That((page.At("totalCount").GetInt32(), page.At("pageInfo", "hasPreviousPage").GetBoolean()), Is.EqualTo((23, after is not null)));
            pages.AddRange(page.At("edges").Texts("cursor"));
            if (!page.At("pageInfo", "hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.At("pageInfo", "endCursor").GetString();
        }

        Assert.That(pages, Is.EqualTo(whole).And.Unique);
    }

    [TestCase("")]
    [TestCase("  ?! ")]
    public void A_question_without_words_finds_nothing(string question)
    {
        var found = new Library().Ask(Query, new { q = question }).At("search");
        Assert.That((found.At("totalCount").GetInt32(), found.At("hasAllWords").GetBoolean()), Is.EqualTo((0, true)));
    }

    [Test]
    public void What_cannot_be_is_refused()
    {
        var library = new Library();
        Assert.That(library.Refused(Query, new { q = "bog", first = 101 }), Is.EqualTo("INVALID_PAGING"));
        Assert.That(library.Refused(Query, new { q = "bog", after = "nonsens" }), Is.EqualTo("INVALID_CURSOR"));
    }

    [TestCase("isPublic", false)]
    [TestCase("listed", false)]
    [TestCase("hideInSearch", true)]
    public void Who_is_taken_out_is_not_found(string alias, bool value)
    {
        var library = new Library();
        library.Add("event", "Havtorn", new Dictionary<string, object> { ["title"] = "Havtorn", [alias] = value });
        Assert.That(library.Ask(Query, new { q = "havtorn" }).At("search", "totalCount").GetInt32(), Is.Zero);
    }

    [Test]
    public void People_are_found_by_name_only_if_they_have_agreed()
    {
        var library = new Library();
        library.Add("dialogueMeeting", "Møde", new
        {
            title = "Møde",
            panel = Library.Blocks("personBlock", new { name = "Xenofon", role = "Sværdsluger", consent = false }, new { name = "Perikles", role = "Talsmand", consent = true }),
        });
        Assert.That(Total("Perikles"), Is.EqualTo(1));
        Assert.That(Total("sværdsluger"), Is.EqualTo(1));
        Assert.That(Total("Xenofon"), Is.Zero);

        int Total(string question) => library.Ask(Query, new { q = question }).At("search", "totalCount").GetInt32();
    }

    // What the API does not show, a search would give away a word at a time.
    [TestCase("event", "title teaser meetingPoint accessibilityNote")]
    [TestCase("eventSeries", "title teaser meetingPoint accessibilityNote")]
    [TestCase("dialogueMeeting", "title teaser meetingPoint accessibilityNote topic whyNow screenText")]
    [TestCase("focusArea", "title teaser shortName promise indicatorText")]
    [TestCase("strategyPage", "title teaser changeNote")]
    [TestCase("branch", "title teaser statusText transport accessibilityNote")]
    [TestCase("outreachPlace", "title teaser transport")]
    [TestCase("room", "title teaser equipment floor")]
    [TestCase("partner", "title teaser")]
    [TestCase("term", "title teaser definition source")]
    [TestCase("action", "title teaser goal responsible strategyVersion")]
    [TestCase("screen", "")]
    [TestCase("campaign", "")]
    public void Only_fields_that_are_shown_are_searched(string type, string shown)
    {
        var library = new Library();
        var schema = Repository.Site.Schema();
        var texts = schema.PropertiesOf(schema.FindType(NodeKind.Document, type)!)
            .Where(property => schema.FindDataType(property.DataTypeKey)!.EditorAlias is "Umbraco.TextBox" or "Umbraco.TextArea")
            .Select((property, index) => (property.Alias, Word: $"zqx{(char)('a' + index)}{(char)('k' + (index % 13))}zvw"))
            .ToList();
        library.Add(type, "Navn", texts.ToDictionary(text => text.Alias, text => text.Word));
        var edition = library.Edition();
        var found = texts.Where(text => Total($"\"{text.Word}\"") > 0).Select(text => text.Alias);
        Assert.That(found, Is.EquivalentTo(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        int Total(string question)
        {
            using var answer = library.Api.Execute(edition, Query, new { q = question });
            return answer.RootElement.At("data", "search", "totalCount").GetInt32();
        }
    }

    [Test]
    public void Lists_of_events_and_dates_can_be_narrowed_by_words()
    {
        var library = new Library();
        library.Event("Billedbøger om havtorn", "2026-12-01T10:00:00");
        library.Event("Andet om havtorn", "2026-12-02T10:00:00");
        var data = library.Ask("""
            { events(where: { search: "bog havtorn" }) { nodes { title } }
              occurrences(where: { search: "bog havtorn", relative: UPCOMING }) { totalCount nodes { title } } }
            """);
        Assert.That(data.At("events", "nodes").Texts("title"), Is.EqualTo(new[] { "Billedbøger om havtorn" }));
        Assert.That(data.At("occurrences", "nodes").Texts("title"), Is.EqualTo(new[] { "Billedbøger om havtorn" }));
        Assert.That(library.Ask("{ events(where: { search: \"\" }) { totalCount } }").At("events", "totalCount").GetInt32(), Is.EqualTo(2));
        Assert.That(library.Refused("query($words: String) { events(where: { search: $words }) { totalCount } }", new { words = (string?)null }), Is.EqualTo("INVALID_FILTER"));
    }

    [Test]
    public void A_type_made_in_the_backoffice_is_found_in_each_language_by_what_it_says_there()
    {
        var workshop = new TypeWorkshop();
        var type = workshop.Vary(workshop.Document(
            "guestBook", ("hideInSearch", "Umbraco.TrueFalse", null), ("headline", "Umbraco.TextBox", null), ("internalNote", "Umbraco.TextBox", null)));
        var library = new Library { Types = workshop.Schema(new Language(Guid.NewGuid(), "en-GB", "Engelsk", IsDefault: false, IsMandatory: false, null)) };
        library.AddRoot(type, new NodeContent
        {
            Names = [new VariantName("da", "Gæster"), new VariantName("en-GB", "Guests")],
            Values = [Value("headline", "da", "Havtorn"), Value("headline", "en-GB", "Buckthorn"), Value("internalNote", "da", "Hemmelighed")],
        });
        var edition = library.Edition();
        Assert.Multiple(() =>
        {
            Assert.That(Names(null, "havtorn gæst"), Is.EqualTo(new[] { "Gæster" }));
            Assert.That(Names("en-GB", "buckthorn guests"), Is.EqualTo(new[] { "Guests" }));
            Assert.That(Names("en-GB", "havtorn"), Is.Empty);
            Assert.That(Names(null, "hemmelighed"), Is.Empty);
        });

        static PropertyValue Value(string alias, string culture, string text) => new(alias, culture, null, JsonSerializer.SerializeToElement(text));

        string?[] Names(string? language, string words)
        {
            using var answer = library.Api.Execute(edition, Query, new { q = words }, language);
            return answer.RootElement.At("data", "search", "nodes").Texts("name");
        }
    }

    private static string Shown(JsonElement parts) =>
        string.Concat(parts.EnumerateArray().Select(part => part.At("match").GetBoolean() ? $"[{part.At("text").GetString()}]" : part.At("text").GetString()));
}
