namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>A dialogue meeting as something of its own: what it is about, what one can read before, and what came of it.</summary>
public class DialogueTests
{
    private const string Meeting = """
        { dialogueMeeting(slug: "vindmoeller") {
            topic whyNow format recordingPolicy screenText
            questions { text } facilitators { name role interest } groundRules
            sources { title url materialUrl publisher stance } care { text }
            followUp { date agreements disagreements taken }
            linkedActions { number title status path dialogueMeetings { title } }
        } }
        """;

    [Test]
    public void It_tells_what_was_said_and_what_it_became()
    {
        var library = new Library();
        var action = Action(library, "Flere samtaler", isPublic: true);
        Add(library, "Vindmøller", "2026-11-10T19:00:00", action);
        var meeting = library.Ask(Meeting).At("dialogueMeeting");
        Assert.Multiple(() =>
        {
            Assert.That(meeting.At("topic").GetString(), Is.EqualTo("Vindmøller på bakken"));
            Assert.That(meeting.At("facilitators")[0].At("interest").GetString(), Is.EqualTo("Bor i nærheden."));
            Assert.That(meeting.At("sources")[0].At("materialUrl").GetString(), Is.EqualTo("https://bibliotek.example/bog"));
            Assert.That(meeting.At("care", "text").GetString(), Does.Contain("Ring til os."));
            Assert.That(meeting.At("followUp")[0].At("agreements").GetString(), Is.EqualTo("Udsigten."));
            Assert.That(meeting.At("followUp")[0].At("disagreements").GetString(), Is.EqualTo("Lyden."));
            Assert.That(meeting.At("followUp")[0].At("taken").GetString(), Is.EqualTo("En måling."));
            Assert.That(meeting.At("linkedActions").Texts("title"), Is.EqualTo(new[] { "Flere samtaler" }));
            Assert.That(meeting.At("linkedActions")[0].At("status").GetString(), Is.EqualTo("I gang"));
        });
    }

    [Test]
    public void An_action_tells_which_meetings_it_came_of_the_first_first()
    {
        var library = new Library();
        var action = Action(library, "Flere samtaler", isPublic: true);
        Add(library, "Senere", "2026-12-10T19:00:00", action);
        Add(library, "Tidligere", "2026-11-10T19:00:00", action, action);
        Add(library, "Uden handling", "2026-11-11T19:00:00");
        var found = library.Ask("""{ contentOfAction(where: { title: { eq: "Flere samtaler" } }) { nodes { dialogueMeetings { title } } } }""").At("contentOfAction", "nodes")[0].At("dialogueMeetings");
        Assert.That(found.Texts("title"), Is.EqualTo(new[] { "Tidligere", "Senere" }));
    }

    [Test]
    public void An_action_that_is_not_public_is_not_told_of()
    {
        var library = new Library();
        Add(library, "Vindmøller", "2026-11-10T19:00:00", Action(library, "Intern", isPublic: false));
        Assert.That(library.Ask(Meeting).At("dialogueMeeting", "linkedActions").GetArrayLength(), Is.Zero);
    }

    [TestCase("dialogueSlide", "dialogue", "Kom og tal med.")]
    [TestCase("eventSlide", "event", "Kom og tal med.")]
    [TestCase("dialogueSlide", "dialogue", null)]
    public void A_slide_says_what_names_nobody(string slide, string picker, string? screenText)
    {
        var library = new Library();
        var meeting = library.Add("dialogueMeeting", "Vindmøller", new { title = "Vindmøller", teaser = "Hør Bo Hansen", topic = "Vindmøller på bakken", screenText, startsAt = Library.Time("2026-12-01T19:00:00") });
        library.Add("playlist", "Afspilning", new { title = "Afspilning", slides = Library.Blocks(slide, new Dictionary<string, object> { [picker] = meeting.ToString() }) }, library.Existing("screenFolder"));
        var slides = library.Ask("{ contentOfPlaylist(where: { name: { eq: \"Afspilning\" } }) { nodes { slides { text event { title } } } } }").At("contentOfPlaylist", "nodes")[0].At("slides");
        Assert.That(slides.Texts("text"), Is.EqualTo(new[] { screenText ?? "Vindmøller på bakken" }));
    }

    private static Guid Action(Library library, string title, bool isPublic) =>
        library.Add("action", title, new { title, number = 7, status = new[] { "I gang" }, isPublic }, library.Existing("actionCatalogue"));

    private static void Add(Library library, string title, string start, params Guid[] actions) => library.Add("dialogueMeeting", title, new
    {
        title,
        topic = "Vindmøller på bakken",
        startsAt = Library.Time(start),
        facilitators = Library.Blocks("personBlock", new { name = "Bo", role = "Ordstyrer", interest = "Bor i nærheden.", consent = false }),
        sources = Library.Blocks("sourceBlock", new { title = "Rapport", stance = new[] { "Imod" }, materialUrl = "https://bibliotek.example/bog" }),
        care = Library.Blocks("careBlock", new { text = "Det kan fylde.", contact = "Ring til os." }),
        followUp = Library.Blocks("noteBlock", new { agreements = "Udsigten.", disagreements = "Lyden.", takeaways = "En måling.", internalResponsible = "Bo" }),
        linkedActions = actions.Select(action => new { type = "document", unique = action }),
    });
}
