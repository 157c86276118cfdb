namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What hangs on the wall at a given moment.</summary>
public class ScreenProgramTests
{
    private const string Query = """
        query($slug: String!) { screenProgram(slug: $slug) {
          serverTime validUntil position screen { title }
          regions { name playlists { title } slides { kind title } } campaigns { title urgency }
          occurrences(first: 10) { nodes { title } } } }
        """;

    [Test]
    public void It_shows_what_its_playlists_play_now()
    {
        var program = Ask(Standing());
        Assert.That(program.At("regions").Texts("name"), Is.EqualTo(new[] { "MAIN", "STRIP" }));
        Assert.That(program.At("regions")[0].At("slides").Texts("title"), Is.EqualTo(new[] { "Altid", "Onsdag" }));
        Assert.That(program.At("regions")[1].At("slides").Texts("title"), Is.EqualTo(new[] { "Nederst" }));
        Assert.That(program.At("screen", "title").GetString(), Is.EqualTo("Prøveskærm"));
    }

    [TestCase("2026-11-25T12:00:00Z", "Altid,Onsdag", "2026-11-25T14:00:00+01:00")]
    [TestCase("2026-11-25T13:00:00Z", "Altid,Onsdag,Eftermiddag", "2026-11-25T16:00:00+01:00")]
    [TestCase("2026-11-25T15:00:00Z", "Altid,Onsdag", "2026-11-26T00:00:00+01:00")]
    [TestCase("2026-11-25T23:00:00Z", "Altid", "2026-11-26T02:00:00+01:00")]
    public void It_changes_when_it_said_that_it_would(string now, string slides, string validUntil)
    {
        var library = Standing();
        library.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var program = Ask(library);
        Assert.That(string.Join(',', program.At("regions")[0].At("slides").Texts("title")), Is.EqualTo(slides));
        Assert.That(program.At("validUntil").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse(validUntil, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void It_shows_the_dates_that_its_playlist_asks_for()
    {
        var library = Standing();
        var branch = library.Existing("branch", "Tørring Bibliotek");
        library.Event("I morgen", "2026-11-26T10:00:00", more: new { place = branch });
        library.Event("Udsolgt", "2026-11-26T11:00:00", more: new { place = branch, status = new[] { "Udsolgt" } });
        library.Event("Et andet hus", "2026-11-26T12:00:00");
        library.Event("Ikke på skærme", "2026-11-26T13:00:00", more: new { place = branch, showOnScreens = new[] { "Nej" } });
        library.Event("Om længe", "2026-12-26T10:00:00", more: new { place = branch });
        library.Event("Forbi", "2026-11-24T10:00:00", more: new { place = branch });
        Assert.That(Ask(library).At("occurrences", "nodes").Texts("title"), Is.EqualTo(new[] { "I morgen" }));
    }

    [Test]
    public void A_campaign_runs_from_its_start_to_its_end()
    {
        var library = Standing();
        var folder = library.Existing("screenFolder");
        library.Add("campaign", "Nu", new { title = "Nu", level = new[] { "Akut" }, startsAt = Library.Time("2026-11-25T12:00:00"), endsAt = Library.Time("2026-11-25T15:30:00") }, folder);
        library.Add("campaign", "Senere", new { title = "Senere", startsAt = Library.Time("2026-11-26T12:00:00") }, folder);
        Assert.That(Ask(library).At("campaigns").Texts("title"), Is.EqualTo(new[] { "Nu" }));
    }

    [Test]
    public void A_screen_that_is_not_there_has_no_program() =>
        Assert.That(new Library().Ask(Query, new { slug = "ingen" }).At("screenProgram").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));

    [Test]
    public void An_answer_with_a_campaign_far_away_still_ends_when_something_near_does()
    {
        // The calendar's next boundary must count although the campaign's was told first.
        var library = new Library();
        library.Add("campaign", "Til jul", new { title = "Til jul", startsAt = Library.Time("2026-12-20T12:00:00") }, library.Existing("screenFolder"));
        library.Event("Snart forbi", "2026-11-25T12:00:00", "2026-11-25T13:30:00");
        var edition = library.Edition();
        const string Both = "{ screens { campaigns { title } } occurrences(where: { relative: UPCOMING }) { totalCount } }";
        Assert.That(Count(), Is.EqualTo(1));
        library.Clock.Now = Library.Now.AddHours(1);
        Assert.That(Count(), Is.Zero);

        int Count()
        {
            using var answer = library.Api.Execute(edition, Both);
            return answer.RootElement.At("data", "occurrences", "totalCount").GetInt32();
        }
    }

    private static System.Text.Json.JsonElement Ask(Library library) => library.Ask(Query, new { slug = "proeveskaerm" }).At("screenProgram");

    private static Library Standing()
    {
        var library = new Library();
        var folder = library.Existing("screenFolder");
        var main = library.Add(
            "playlist",
            "Hoved",
            new
            {
                title = "Hoved",
                hideSoldOut = true,
                daysAhead = 14,
                slides = Library.Blocks(
                    "messageSlide",
                    new { heading = "Altid" },
                    new { heading = "Onsdag", weekdays = new[] { "Onsdag" } },
                    new { heading = "Torsdag om lidt", weekdays = new[] { "Torsdag" }, dailyFrom = new { time = "14:00" } },
                    new { heading = "Eftermiddag", weekdays = new[] { "Onsdag" }, dailyFrom = new { time = "14:00" }, dailyUntil = new { time = "16:00" } },
                    new { heading = "Slut", showUntil = Library.Time("2026-11-20T10:00:00") }),
            },
            folder);
        var night = library.Add("playlist", "Nat", new { title = "Nat", dailyFrom = new { time = "02:00" }, dailyUntil = new { time = "03:00" }, slides = Library.Blocks("messageSlide", new { heading = "Nat" }) }, folder);
        var strip = library.Add("playlist", "Stribe", new { title = "Stribe", slides = Library.Blocks("messageSlide", new { heading = "Nederst" }) }, folder);
        library.Add(
            "screen",
            "Prøveskærm",
            new
            {
                title = "Prøveskærm",
                branch = library.Existing("branch", "Tørring Bibliotek"),
                playlists = new[] { new { type = "document", unique = main } },
                sidePlaylists = new[] { new { type = "document", unique = night } },
                stripPlaylists = new[] { new { type = "document", unique = strip } },
            },
            folder);
        return library;
    }
}
