using System.Globalization;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>A filter looks in the smallest part of the calendar that will do; inside `or` it checks every date. Both must find the same.</summary>
[TestFixtureSource(nameof(Seeds))]
public class OccurrencePlaceTests(int seed)
{
    private readonly Random _random = new(seed);

    private static IEnumerable<int> Seeds() => Enumerable.Range(1, 20);

    [Test]
    public void Where_a_filter_looks_changes_nothing_about_what_it_finds()
    {
        var library = Filled();
        var found = 0;
        for (var i = 0; i < 25; i++)
        {
            var where = Where();
            var rest = $"first: 100, group: {Any("NONE", "SERIES")}, order: [{{ {Any("startsAt: ASC", "startsAt: DESC", "title: ASC")} }}]";
            var placed = Ids(library, $"{where}, listed: {{ neq: null }}", rest);
            var everywhere = Ids(library, $"or: [{{ {where} }}], listed: {{ neq: null }}", rest);
            Assert.That(placed, Is.EqualTo(everywhere), where);
            found += placed.Length;
        }

        Assert.That(found, Is.Positive, "filters that find nothing prove nothing");
    }

    private static string?[] Ids(Library library, string where, string rest) =>
        library.Ask("{ occurrences(where: { " + where + " }, " + rest + ") { nodes { id } } }").At("occurrences", "nodes").Texts("id");

    private Library Filled()
    {
        var library = new Library();
        var (places, areas) = (Slugs(library, "branches").Select(slug => library.Existing("branch", slug.Name)).ToArray(), new[] { library.Existing("focusArea") });
        for (var i = 0; i < 60; i++)
        {
            var more = new
            {
                place = _random.Next(4) == 0 ? null : Picked(places[_random.Next(places.Length)]),
                focusAreas = _random.Next(3) == 0 ? Array.Empty<object>() : Picked(areas[0]),
                listed = _random.Next(5) > 0,
            };
            var (start, hours) = (Start(), _random.Next(1, 60));
            if (_random.Next(4) > 0)
            {
                library.Event($"Dato {i}", Text(start), Text(start.AddHours(hours)), more);
                continue;
            }

            var dates = Enumerable.Range(0, 4).Select(_ => Start()).Distinct().Select(date => (object)new { startsAt = Library.Time(Text(date)), endsAt = Library.Time(Text(date.AddHours(hours))) });
            library.Add("eventSeries", $"Række {i}", new { title = $"Række {i}", more.place, more.focusAreas, more.listed, extraDates = Library.Blocks("dateBlock", [.. dates]) });
        }

        return library;
    }

    private static object[] Picked(Guid key) => [new { type = "document", unique = key }];

    private static IEnumerable<(string Slug, string Name)> Slugs(Library library, string field) =>
        library.Ask("{ " + field + " { slug name } }").GetProperty(field).EnumerateArray()
            .Select(item => (item.GetProperty("slug").GetString()!, item.GetProperty("name").GetString()!));

    // Hours on the hour, so that limits are met exactly.
    private DateTime Start() => Library.Now.DateTime.Date.AddHours(_random.Next(-300, 300));

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private string Where() => string.Join(", ", Parts().OrderBy(_ => _random.Next()).Take(_random.Next(1, 5)));

    private IEnumerable<string> Parts() =>
    [
        $"branch: {{ {Place()} }}",
        $"place: {{ {Place()} }}",
        $"focusAreas: {{ {Any("some: { slug: { neq: null } }", "some: { number: { eq: 1 } }", "none: { number: { eq: 1 } }", "all: { number: { eq: 1 } }", "any: false", "some: { number: { eq: 1 } }, all: { number: { eq: 2 } }")} }}",
        $"startsAt: {{ {Limits()} }}",
        $"endsAt: {{ {Limits()} }}",
        $"relative: {Any("UPCOMING", "ONGOING", "PAST")}",
        $"overlaps: {{ from: \"{Day()}\", to: \"{Day()}\" }}",
        $"and: [{{ startsAt: {{ {Limits()} }} }}, {{ branch: {{ {Place()} }} }}]",
        "title: { startsWith: \"dato\" }",
    ];

    private string Place() => Any("slug: { eq: \"hedensted\" }", "slug: { neq: \"hedensted\" }", "slug: { eq: \"nowhere\" }", "title: { contains: \"a\" }");

    private string Limits() => string.Join(", ", new[] { "eq", "neq", "gt", "gte", "lt", "lte", "ngt", "ngte", "nlt", "nlte" }
        .OrderBy(_ => _random.Next()).Take(_random.Next(1, 3)).Select(operation => $"{operation}: \"{Text(Start())}Z\""));

    private string Day() => Library.Now.Date.AddDays(_random.Next(-12, 12)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
