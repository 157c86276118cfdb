using System.Text.Json;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What a list of dates can be narrowed by, and how much each choice would leave.</summary>
public class FacetTests
{
    private const string From2030 = """{ startsAt: { gte: "2030-01-01T00:00:00Z" } }""";

    private Library _library = null!;

    [SetUp]
    public void Fill()
    {
        _library = new Library();
        var (hedensted, toerring) = (_library.Existing("branch", "Hedensted Bibliotek").ToString(), _library.Existing("branch", "Tørring Bibliotek").ToString());
        _library.Event("Sang", "2030-01-05T10:00:00", more: new { place = hedensted, audiences = new[] { "Børn" } });
        _library.Event("Dans", "2030-01-06T19:00:00", more: new { place = hedensted, audiences = new[] { "Voksne", "Familier" } });
        _library.Event("Spil", "2030-02-05T10:00:00", more: new { place = toerring, audiences = new[] { "Børn" } });
        _library.Event("Skjult", "2030-02-06T10:00:00", more: new { place = toerring, audiences = new[] { "Børn" }, listed = false });
    }

    [Test]
    public void Every_choice_tells_how_many_dates_it_leaves() => Assert.Multiple(() =>
    {
        Assert.That(Counts("branches", From2030), Is.EqualTo(new[] { "hedensted 2", "toerring 1" }));
        Assert.That(Counts("audiences", From2030), Is.EqualTo(new[] { "CHILDREN 2", "ADULTS 1", "FAMILIES 1" }));
        Assert.That(Counts("months", "{}").TakeLast(2), Is.EqualTo(new[] { "2030-01 2", "2030-02 1" }));
    });

    [Test]
    public void What_is_chosen_does_not_count_in_its_own_facet()
    {
        const string AtHedensted = """{ branch: { slug: { eq: "hedensted" } }, startsAt: { gte: "2030-01-01T00:00:00Z" } }""";
        Assert.Multiple(() =>
        {
            Assert.That(Counts("branches", AtHedensted), Is.EqualTo(new[] { "hedensted 2", "toerring 1" }), "the other houses as if none were chosen");
            Assert.That(Counts("audiences", AtHedensted), Is.EqualTo(new[] { "CHILDREN 1", "ADULTS 1", "FAMILIES 1" }), "the audiences of the chosen one");
        });
    }

    [Test]
    public void A_count_is_what_the_list_has_when_the_choice_is_made()
    {
        foreach (var others in new[] { "", "audiences: { some: { eq: CHILDREN } }", "audiences: { some: { in: [ADULTS, CHILDREN] } }, relative: UPCOMING", "kind: { eq: EVENT }" })
        {
            foreach (var branch in _library.Ask($"{{ facets(where: {{ {others} branch: {{ slug: {{ eq: \"toerring\" }} }} }}) {{ branches {{ value count }} }} }}").At("facets", "branches").EnumerateArray())
            {
                var listed = _library.Ask($"{{ occurrences(where: {{ {others} branch: {{ slug: {{ eq: \"{branch.At("value").GetString()}\" }} }} }}) {{ totalCount }} }}");
                Assert.That(branch.At("count").GetInt32(), Is.EqualTo(listed.At("occurrences", "totalCount").GetInt32()), $"{others} {branch}");
            }
        }
    }

    [TestCase("weekday: { in: [SATURDAY] }", "Sang")]
    [TestCase("weekday: { eq: SUNDAY }", "Dans")]
    [TestCase("time: { gte: \"17:00:00\" }", "Dans")]
    [TestCase("time: { lt: \"12:00:00\" }, weekday: { nin: [SATURDAY] }", "Spil")]
    public void Dates_are_found_by_weekday_and_time_of_day(string where, string title) => Assert.That(
        _library.Ask($$"""{ occurrences(where: { {{where}}, startsAt: { gte: "2030-01-01T00:00:00Z" } }) { nodes { title } } }""").At("occurrences", "nodes").EnumerateArray().Select(node => node.At("title").GetString()),
        Is.EqualTo(new[] { title }));

    // Those that leave something.
    private IEnumerable<string> Counts(string facet, string where) => _library.Ask($"{{ facets(where: {where}) {{ {facet} {{ value label count }} }} }}")
        .At("facets", facet).EnumerateArray()
        .Where(choice => choice.At("count").GetInt32() > 0 && choice.At("label").ValueKind == JsonValueKind.String)
        .Select(choice => $"{choice.At("value").GetString()} {choice.At("count").GetInt32()}");
}
