namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>HotChocolate's operations, one by one, on a text, a number, a date, a switch, a list and a reference.</summary>
public class FilterTests
{
    [TestCase("text: { eq: \"ÆBLE\" }", "Æble")]
    [TestCase("text: { neq: \"æble\" }", "Bær,Tom")]
    [TestCase("text: { eq: null }", "Tom")]
    [TestCase("text: { neq: null }", "Bær,Æble")]
    [TestCase("text: { in: [\"bær\", null] }", "Bær,Tom")]
    [TestCase("text: { nin: [\"bær\"] }", "Tom,Æble")]
    [TestCase("text: { in: [] }", "")]
    [TestCase("text: { contains: \"æ\" }", "Bær,Æble")]
    [TestCase("text: { ncontains: \"b\" }", "Tom")]
    [TestCase("text: { startsWith: \"b\" }", "Bær")]
    [TestCase("text: { nstartsWith: \"b\" }", "Tom,Æble")]
    [TestCase("text: { endsWith: \"e\" }", "Æble")]
    [TestCase("text: { nendsWith: \"e\" }", "Bær,Tom")]
    [TestCase("text: { or: [{ eq: \"bær\" }, { eq: null }] }", "Bær,Tom")]
    [TestCase("text: { and: [{ contains: \"æ\" }, { neq: \"bær\" }] }", "Æble")]
    [TestCase("text: { and: [], or: [] }", "Bær,Tom,Æble")]
    [TestCase("text: {}", "Bær,Tom,Æble")]
    [TestCase("number: { eq: 2 }", "Bær")]
    [TestCase("number: { neq: 2 }", "Tom,Æble")]
    [TestCase("number: { eq: null }", "Tom")]
    [TestCase("number: { in: [1, 2] }", "Bær,Æble")]
    [TestCase("number: { nin: [1, null] }", "Bær")]
    [TestCase("number: { gt: 1 }", "Bær")]
    [TestCase("number: { ngt: 1 }", "Æble")]
    [TestCase("number: { gte: 1 }", "Bær,Æble")]
    [TestCase("number: { ngte: 2 }", "Æble")]
    [TestCase("number: { lt: 2 }", "Æble")]
    [TestCase("number: { nlt: 2 }", "Bær")]
    [TestCase("number: { lte: 1 }", "Æble")]
    [TestCase("number: { nlte: 1 }", "Bær")]
    [TestCase("number: { gt: 1, lt: 2 }", "")]
    [TestCase("day: { gte: \"2026-11-26\" }", "Bær")]
    [TestCase("flag: { eq: true }", "Bær")]
    [TestCase("flag: { neq: true }", "Tom,Æble")]
    [TestCase("tags: { some: { eq: \"rød\" } }", "Bær,Æble")]
    [TestCase("tags: { all: { eq: \"rød\" } }", "Bær,Tom")]
    [TestCase("tags: { none: { eq: \"grøn\" } }", "Bær,Tom")]
    [TestCase("tags: { any: false }", "Tom")]
    [TestCase("friend: { neq: null }", "Bær")]
    [TestCase("friends: { any: true }", "Æble")]
    [TestCase("name: { eq: \"tom\" }", "Tom")]
    [TestCase("level: { eq: 1 }, path: { startsWith: \"/b\" }", "Bær")]
    [TestCase("or: [{ number: { eq: 1 } }, { text: { eq: null } }]", "Tom,Æble")]
    [TestCase("and: [{ number: { gte: 1 } }, { flag: { eq: true } }]", "Bær")]
    public void An_operation_lets_through_what_fits(string where, string names) => Assert.That(
        string.Join(',', Fruit().Ask("{ contentOfFruit(where: {" + where + "}, order: [{ name: ASC }]) { nodes { name } } }").At("contentOfFruit", "nodes").Texts("name")),
        Is.EqualTo(names));

    [TestCase("text: { contains: null }")]
    [TestCase("text: { in: null }")]
    [TestCase("number: { gt: null }")]
    [TestCase("and: [{ number: { nlte: null } }]")]
    public void What_cannot_be_compared_with_null_is_told(string where) =>
        Assert.That(Fruit().Refused("{ contentOfFruit(where: {" + where + "}) { totalCount } }"), Is.EqualTo("INVALID_FILTER"));

    [Test]
    public void A_variable_that_was_forgotten_lets_nothing_through_by_accident() =>
        Assert.That(Fruit().Refused("query($part: String) { contentOfFruit(where: { text: { startsWith: $part } }) { totalCount } }", new { part = (string?)null }), Is.EqualTo("INVALID_FILTER"));

    [TestCase("[{ text: ASC }]", "Bær,Æble,Tom")]
    [TestCase("[{ text: DESC }]", "Tom,Æble,Bær")]
    [TestCase("[{ number: ASC }]", "Æble,Bær,Tom")]
    [TestCase("[{ price: DESC }]", "Tom,Æble,Bær")]
    [TestCase("[{ day: ASC }]", "Æble,Bær,Tom")]
    [TestCase("[{ flag: DESC }, { name: DESC }]", "Bær,Æble,Tom")]
    [TestCase("[]", "Bær,Tom,Æble")]
    public void What_has_none_comes_last_and_first_when_reversed(string order, string names) => Assert.That(
        string.Join(',', Fruit().Ask("{ contentOfFruit(order: " + order + ") { nodes { name } } }").At("contentOfFruit", "nodes").Texts("name")),
        Is.EqualTo(names));

    [Test]
    public void Dates_can_be_found_by_series_and_partner()
    {
        var library = new Library();
        var partner = library.Existing("partner", "Læring");
        library.Event("Sammen", "2026-11-28T10:00:00", more: new { partners = new[] { new { type = "document", unique = partner } } });
        library.Event("Arrangeret", "2026-11-28T11:00:00", more: new { organiser = partner });
        library.Event("Alene", "2026-11-28T12:00:00");
        library.Add("eventSeries", "Læsekreds", new { title = "Læsekreds", extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-11-28T13:00:00") }) });
        Assert.That(Titles("partner: { slug: { eq: \"laering\" } }"), Is.EqualTo(new[] { "Sammen", "Arrangeret" }));
        Assert.That(Titles("partner: { id: { eq: \"" + partner + "\" } }"), Is.EqualTo(new[] { "Sammen", "Arrangeret" }));
        Assert.That(Titles("series: { slug: { eq: \"laesekreds\" } }"), Is.EqualTo(new[] { "Læsekreds" }));
        Assert.That(Titles("series: { slug: { eq: \"alene\" } }"), Is.Empty);

        string?[] Titles(string where) => library.Ask("{ occurrences(where: {" + where + "}) { nodes { title } } }").At("occurrences", "nodes").Texts("title");
    }

    private static Library Fruit()
    {
        var types = new TypeWorkshop();
        var fruit = types.Document(
            "fruit",
            ("text", "Umbraco.TextBox", null),
            ("number", "Umbraco.Integer", null),
            ("price", "Umbraco.Decimal", null),
            ("day", "Umbraco.DateOnly", null),
            ("flag", "Umbraco.TrueFalse", null),
            ("tags", "Umbraco.Tags", null),
            ("friend", "Umbraco.ContentPicker", null),
            ("friends", "Umbraco.MultiNodeTreePicker", null));
        var library = new Library { Types = types.Schema() };
        var friend = library.Existing("branch");
        library.AddRoot(fruit, "Æble", new { text = "Æble", number = 1, price = 2.5, day = new { date = "2026-11-25" }, flag = false, tags = new[] { "rød", "grøn" }, friends = new[] { new { type = "document", unique = friend } } });
        library.AddRoot(fruit, "Bær", new { text = "bær", number = 2, price = 1.25, day = new { date = "2026-11-26" }, flag = true, tags = new[] { "rød" }, friend });
        library.AddRoot(fruit, "Tom", new { });
        return library;
    }
}
