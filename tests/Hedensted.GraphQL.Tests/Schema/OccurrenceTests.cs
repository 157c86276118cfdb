namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What calendars and screens ask for.</summary>
public class OccurrenceTests
{
    [Test]
    public void A_card_has_all_that_a_list_shows()
    {
        var library = new Library();
        var image = library.AddMedia("/media/ab12/bog.jpg", new { umbracoWidth = 1000, umbracoHeight = 800, umbracoFile = new { src = "/media/ab12/bog.jpg", focalPoint = new { left = 0.2, top = 0.3 } } });
        library.Event("Ord på bordet", "2026-11-28T10:00:00", "2026-11-28T12:30:00", new
        {
            teaser = "Vi læser højt.",
            audiences = new[] { "Børn", "Meget voksne" },
            place = library.Existing("branch", "Tørring Bibliotek"),
            focusAreas = new[] { new { type = "document", unique = library.Existing("focusArea") } },
            prices = Library.Blocks("priceBlock", new { name = "Voksne", amount = 50 }, new { name = "Børn", amount = 12.5 }),
            status = new[] { "Få pladser" },
            image = new[] { new { key = Guid.NewGuid(), mediaKey = image } },
            imageAlt = "En åben bog",
        });
        var card = library.Ask("""
            { occurrences { nodes {
              title teaser slug path startsAt endsAt localDate localTime displayDate displayTime allDay status statusText audiences price isFree
              branch { slug title path } place { __typename title } focusAreas { number shortName colour } moreDates kind relative source
              image { url(width: 300) full: url alt focalPoint { x y } variants { width } } event { __typename title }
            } } }
            """).At("occurrences", "nodes")[0];
        Assert.Multiple(() =>
        {
            Assert.That(card.At("title").GetString(), Is.EqualTo("Ord på bordet"));
            Assert.That(card.At("path").GetString(), Is.EqualTo("/arrangementer/ord-paa-bordet"));
            Assert.That(card.At("startsAt").GetString(), Is.EqualTo("2026-11-28T10:00:00+01:00"));
            Assert.That(card.At("displayDate").GetString(), Is.EqualTo("lørdag 28. november 2026"));
            Assert.That(card.At("displayTime").GetString(), Is.EqualTo("kl. 10.00–12.30"));
            Assert.That((card.At("status").GetString(), card.At("statusText").GetString()), Is.EqualTo(("FEW_SEATS", "Få pladser")));
            Assert.That(card.At("audiences").EnumerateArray().Select(audience => audience.GetString()), Is.EqualTo(new[] { "CHILDREN", "VERY_ADULT" }));
            Assert.That((card.At("price").GetString(), card.At("isFree").GetBoolean()), Is.EqualTo(("12,50–50 kr.", false)));
            Assert.That(card.At("branch", "title").GetString(), Does.Contain("Tørring"));
            Assert.That(card.At("place", "__typename").GetString(), Is.EqualTo("Branch"));
            Assert.That(card.At("focusAreas")[0].At("number").GetInt32(), Is.InRange(1, 4));
            Assert.That(card.At("relative").GetString(), Is.EqualTo("UPCOMING"));
            Assert.That(card.At("image", "url").GetString(), Does.StartWith("/media/ab12/bog.jpg?width=320"));
            Assert.That((card.At("image", "alt").GetString(), card.At("image", "focalPoint", "x").GetDouble()), Is.EqualTo(("En åben bog", 0.2)));
            Assert.That(card.At("event", "__typename").GetString(), Is.EqualTo("Event"));
        });
    }

    [TestCase("startsAt: { gte: \"2026-11-27T00:00:00Z\", lt: \"2026-11-29T00:00:00Z\" }", "Lørdag")]
    [TestCase("relative: UPCOMING", "Udstilling,Lørdag,Jul")]
    [TestCase("relative: ONGOING", "Udstilling")]
    [TestCase("relative: PAST", "Sommer")]
    [TestCase("title: { contains: \"ØR\" }", "Lørdag")]
    [TestCase("overlaps: { from: \"2026-11-28\", to: \"2026-11-28\" }", "Udstilling,Lørdag")]
    [TestCase("audiences: { some: { eq: CHILDREN } }", "Jul")]
    [TestCase("audiences: { any: false }", "Sommer,Udstilling,Lørdag")]
    [TestCase("kind: { eq: EXHIBITION }", "Udstilling")]
    [TestCase("isFree: { eq: false }", "Jul")]
    [TestCase("branch: { slug: { in: [\"toerring\"] } }", "Lørdag")]
    [TestCase("branch: { slug: { eq: \"ingen\" } }", "")]
    [TestCase("branch: { or: [{ slug: { eq: \"ingen\" } }, { title: { startsWith: \"tørring\" } }] }", "Lørdag")]
    [TestCase("branch: { and: [{ slug: { eq: \"toerring\" } }, { title: { startsWith: \"x\" } }] }", "")]
    [TestCase("focusAreas: { some: { number: { eq: 3 } } }", "Jul")]
    [TestCase("or: [{ title: { eq: \"jul\" } }, { relative: PAST }]", "Sommer,Jul")]
    [TestCase("and: [{ relative: UPCOMING }, { isFree: { eq: true } }]", "Udstilling,Lørdag")]
    [TestCase("listed: { eq: false }", "Lukket")]
    [TestCase("source: { eq: DIALOGUE_MEETING }", "")]
    public void A_filter_lets_through_what_fits(string where, string titles)
    {
        var found = Filled().Ask("{ occurrences(where: {" + where + "}) { totalCount nodes { title } } }").At("occurrences");
        Assert.That(string.Join(',', found.At("nodes").Texts("title")), Is.EqualTo(titles));
        Assert.That(found.At("totalCount").GetInt32(), Is.EqualTo(titles.Length == 0 ? 0 : titles.Split(',').Length));
    }

    [TestCase("[{ startsAt: DESC }]", "Jul,Lørdag,Udstilling,Sommer")]
    [TestCase("[{ title: ASC }]", "Jul,Lørdag,Sommer,Udstilling")]
    [TestCase("[{ endsAt: DESC }, { title: ASC }]", "Jul,Udstilling,Lørdag,Sommer")]
    public void Rows_come_in_the_order_asked_for(string order, string titles) =>
        Assert.That(string.Join(',', Filled().Ask("{ occurrences(order: " + order + ") { nodes { title } } }").At("occurrences", "nodes").Texts("title")), Is.EqualTo(titles));

    [Test]
    public void A_series_is_one_row_when_grouped_and_tells_how_many_dates_follow()
    {
        var library = new Library();
        library.Event("Først", "2026-11-26T10:00:00");
        library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            extraDates = Library.Blocks(
                "dateBlock",
                new { startsAt = Library.Time("2026-11-20T19:00:00") },
                new { startsAt = Library.Time("2026-11-27T19:00:00") },
                new { startsAt = Library.Time("2026-12-04T19:00:00") }),
        });
        var rows = library.Ask("{ occurrences(group: SERIES, where: { relative: UPCOMING }) { totalCount nodes { title localDate moreDates } } }").At("occurrences");
        Assert.That(rows.At("nodes").Texts("title"), Is.EqualTo(new[] { "Først", "Læsekreds" }));
        Assert.That((rows.At("nodes")[1].At("localDate").GetString(), rows.At("nodes")[1].At("moreDates").GetInt32(), rows.At("totalCount").GetInt32()), Is.EqualTo(("2026-11-27", 1, 2)));
    }

    [TestCase("ASC", "Først 10:00:00,Teater 10:00:00,Teater 11:00:00,Teater 10:00:00,Udstilling ")]
    [TestCase("DESC", "Udstilling ,Teater 10:00:00,Teater 14:00:00,Teater 13:00:00,Først 10:00:00")]
    public void A_series_that_is_on_several_times_a_day_is_one_row_a_day_when_asked(string direction, string rows)
    {
        var library = new Library();
        library.Event("Først", "2026-11-26T10:00:00");
        library.Event("Udstilling", "2026-12-01T00:00:00", "2026-12-03T00:00:00", new { allDay = true });
        library.Add("eventSeries", "Teater", new
        {
            title = "Teater",
            extraDates = Library.Blocks("dateBlock", [.. new[] { "27T10", "27T13", "28T11", "28T14", "29T10" }.Select(start => new { startsAt = Library.Time($"2026-11-{start}:00:00") })]),
        });
        var found = library.Ask($"{{ occurrences(group: DAY, where: {{ startsAt: {{ gte: \"2026-11-26T00:00:00Z\" }} }}, order: [{{ startsAt: {direction} }}]) {{ totalCount nodes {{ title localTime }} }} }}").At("occurrences");
        Assert.Multiple(() =>
        {
            Assert.That(found.At("nodes").EnumerateArray().Select(row => $"{row.At("title").GetString()} {row.At("localTime").GetString()}"), Is.EqualTo(rows.Split(',')));
            Assert.That(found.At("totalCount").GetInt32(), Is.EqualTo(5));
        });
    }

    [Test]
    public void What_is_filtered_out_hides_no_other_time_of_its_day()
    {
        var library = new Library();
        library.Add("eventSeries", "Teater", new
        {
            title = "Teater",
            extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-11-27T10:00:00") }, new { startsAt = Library.Time("2026-11-27T13:00:00") }),
        });
        Assert.That(library.Ask("{ occurrences(group: DAY, where: { time: { gte: \"12:00:00\" } }) { nodes { localTime } } }").At("occurrences", "nodes").Texts("localTime"), Is.EqualTo(new[] { "13:00:00" }));
    }

    [Test]
    public void A_place_that_is_withdrawn_disappears_from_its_events_but_they_stay()
    {
        var library = new Library();
        var branch = library.Existing("branch", "Tørring Bibliotek");
        library.Event("Lørdag", "2026-11-28T10:00:00", more: new { place = branch });
        library.Remove(branch);
        var row = library.Ask("{ occurrences { nodes { title branch { title } place { title } } } }").At("occurrences", "nodes")[0];
        Assert.That((row.At("title").GetString(), row.At("branch").ValueKind), Is.EqualTo(("Lørdag", System.Text.Json.JsonValueKind.Null)));
    }

    private static Library Filled()
    {
        var library = new Library();
        var areas = library.Ask("{ focusAreas { id number } }").At("focusAreas");
        library.Event("Sommer", "2026-06-01T10:00:00", "2026-06-01T11:00:00");
        library.Event("Udstilling", "2026-11-01T10:00:00", "2026-12-10T16:00:00", new { kind = new[] { "Udstilling" } });
        library.Event("Lørdag", "2026-11-28T10:00:00", "2026-11-28T12:00:00", new { place = library.Existing("branch", "Tørring Bibliotek") });
        library.Event("Jul", "2026-12-12T10:00:00", "2026-12-12T12:00:00", new
        {
            audiences = new[] { "Børn" },
            prices = Library.Blocks("priceBlock", new { name = "Alle", amount = 20 }),
            focusAreas = new[] { new { type = "document", unique = areas[2].At("id").GetString() } },
        });
        library.Event("Lukket", "2026-11-30T10:00:00", more: new { listed = false });
        return library;
    }
}
