namespace Hedensted.Content.Tests.StartingContent;

/// <summary>The strategy stands in the starting content complete and word for word, its own spelling included.</summary>
public class StrategyTextTests
{
    // Each section begins with its title on a line of its own and ends where the next begins.
    private static readonly string[] Titles =
    [
        "Forord",
        "Baggrund og proces",
        "Kerneopgave",
        "Folkebiblioteket er for alle",
        "Folkebiblioteket er et sted at være og man kan være sammen med folkebibliotekerne",
        "Særlige fokusområder",
        "Udvikling: Det lange sigte",
        "Hverdagen",
    ];

    private static readonly string Strategy = File.ReadAllText(SyncFolder.Fixture("strategi.txt"));

    [TestCaseSource(nameof(Titles))]
    public void A_section_reads_exactly_as_in_the_strategy(string title)
    {
        var page = SyncFolder.Read("Content").Single(file => file.Info("ContentType") == "strategyPage" && file.Property("title") == title);
        var words = StrategyText.Normalise(page.Property("title") + " " + StrategyText.OfBlocks(page.Property("body")));
        Assert.That(words, Is.EqualTo(StrategyText.Normalise(Section(title))));
    }

    [Test]
    public void The_sections_and_the_sender_are_the_whole_strategy()
    {
        var sender = Strategy[Strategy.IndexOf("Hedensted Rådhus", StringComparison.Ordinal)..];
        var parts = string.Concat(Titles.Select(Section)) + sender;
        Assert.That(StrategyText.Normalise(parts), Is.EqualTo(StrategyText.Normalise(Strategy)));
    }

    [Test]
    public void The_sender_of_the_strategy_stands_on_its_front_page()
    {
        var front = SyncFolder.Read("Content").Single(file => file.Info("ContentType") == "strategySection");
        var sender = StrategyText.Normalise(Strategy[Strategy.IndexOf("Hedensted Rådhus", StringComparison.Ordinal)..]);
        Assert.That(StrategyText.OfBlocks(front.Property("body")), Does.Contain(sender));
    }

    [Test]
    public void The_four_focus_areas_have_the_strategys_own_words()
    {
        var bullets = Section("Særlige fokusområder").Split('•').Skip(1).Select(StrategyText.Normalise).ToArray();
        var areas = SyncFolder.Read("Content").Where(file => file.Info("ContentType") == "focusArea")
            .OrderBy(file => file.Property("number"), StringComparer.Ordinal).ToArray();
        Assert.That(areas.Select(area => area.Property("title")), Is.EqualTo(bullets));
        Assert.That(areas.Select(area => area.Property("shortName").Length), Is.All.InRange(1, 24));
    }

    [Test]
    public void Væredygtighed_is_explained_in_the_strategys_own_words()
    {
        var term = SyncFolder.Read("Content").Single(file => file.Info("ContentType") == "term" && file.Alias == "Væredygtighed");
        Assert.That(StrategyText.Normalise(Strategy), Does.Contain(term.Property("definition")));
        Assert.That(term.Property("definition"), Does.StartWith("Med væredygtighed mener vi evnen til at leve meningsfulde liv"));
    }

    private static string Section(string title)
    {
        var index = Array.IndexOf(Titles, title);
        var start = Strategy.IndexOf("\n " + title, StringComparison.Ordinal);
        start = start < 0 ? Strategy.IndexOf(title, StringComparison.Ordinal) : start;
        var next = index + 1 < Titles.Length ? "\n " + Titles[index + 1] : "Hedensted Rådhus";
        return Strategy[start..Strategy.IndexOf(next, start, StringComparison.Ordinal)];
    }
}
