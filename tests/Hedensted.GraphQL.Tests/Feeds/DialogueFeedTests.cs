namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>Whoever reads the calendar elsewhere sees that it is a dialogue meeting, and what about.</summary>
public class DialogueFeedTests
{
    [TestCase("/feeds/events.ics", "CATEGORIES:Dialogmøde")]
    [TestCase("/feeds/events.ics", "Dialogmøde om emnet: Vindmøller på bakken")]
    [TestCase("/feeds/events.rss", "<category>Dialogmøde</category>")]
    [TestCase("/feeds/events.rss", "Dialogmøde om emnet: Vindmøller på bakken")]
    [TestCase("/feeds/events.json", "Dialogmøde om emnet: Vindmøller på bakken")]
    [TestCase("/feeds/events.json", "\"about\":[{\"@type\":\"Thing\",\"name\":\"Vindmøller på bakken\"}")]
    [TestCase("/api/v1/events?_format=json", "\"categories\":[\"Dialogmøde\"]")]
    public async Task Every_format_tells_it(string address, string told)
    {
        var library = new Library();
        library.Add("dialogueMeeting", "Tal med", new
        {
            title = "Tal med",
            topic = "Vindmøller på bakken",
            kind = new[] { "Arrangement" },
            startsAt = Library.Time("2026-12-01T19:00:00"),
        });
        await using var api = new FeedApi(library);
        Assert.That((await api.ReadAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal), Does.Contain(told));
    }
}
