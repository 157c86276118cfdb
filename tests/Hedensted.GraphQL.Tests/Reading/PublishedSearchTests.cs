using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Search;
using Hedensted.Content.Published;
using Hedensted.Content.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.GraphQL.Tests.Reading;

/// <summary>The search follows the editions.</summary>
public class PublishedSearchTests
{
    private static readonly IEditionProjection Projection = new ServiceCollection().AddLogging().AddBibliotek().BuildServiceProvider()
        .GetServices<IEditionProjection>().First(projection => projection.ResultType == typeof(PublishedSearch));

    [Test]
    public async Task A_search_that_followed_finds_what_a_new_one_finds([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var library = new Library();
        var series = Enumerable.Range(0, 5).Select(_ => library.Add("eventSeries", "Kreds", new
        {
            title = $"Kreds {Word()}",
            extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-01T19:00:00") }, new { startsAt = Library.Time("2026-12-08T19:00:00") }),
        })).ToArray();
        var keys = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToArray();
        var (edition, search) = (library.Edition(), library.Edition().Projection<PublishedSearch>());
        await search.Index;
        for (var step = 0; step < 40; step++)
        {
            var changed = new HashSet<Guid>();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var key = keys[random.Next(keys.Length)];
                changed.Add(key);
                library.Remove(key);
                switch (random.Next(4))
                {
                    case 0:
                        break;
                    case 1:
                        library.Add(
                            "occurrenceOverride",
                            "Ret",
                            new { originalStart = Library.Time($"2026-12-0{1 + random.Next(2) * 7}T19:00:00"), teaser = Word(), startsAt = Library.Time($"2026-1{random.Next(3)}-20T19:00:00") },
                            series[random.Next(series.Length)],
                            key);
                        break;
                    case 2:
                        library.Add("branch", "Hus", new { title = $"{Word()} Bibliotek" }, library.Existing("placeFolder"), key);
                        break;
                    default:
                        library.Add("event", "Aften", new { title = $"{Word()} {Word()}", startsAt = Library.Time($"2026-1{random.Next(3)}-20T19:00:00"), place = keys[random.Next(keys.Length)] }, key: key);
                        break;
                }
            }

            var next = library.Edition();
            search = (PublishedSearch)Projection.Project(new EditionChange(next, edition, changed, new HashSet<Guid>(), false), search);
            edition = next;
        }

        var (followed, fresh) = (await search.Index, await edition.Projection<PublishedSearch>().Index);
        Assert.That(followed.Count, Is.EqualTo(fresh.Count));
        foreach (var word in Words.Append("kreds").Append("aften bibliotek").Append("december"))
        {
            var request = new SearchRequest { Text = word, Now = Library.Now };
            Assert.That(followed.Find(request).Hits, Is.EqualTo(fresh.Find(request).Hits), word);
        }

        string Word() => Words[random.Next(Words.Length)];
    }

    [Test]
    public async Task Editions_that_come_while_the_first_index_is_made_are_in_it_afterwards()
    {
        var library = new Library();
        var before = library.Edition();
        var search = before.Projection<PublishedSearch>();
        var making = search.Index;
        for (var number = 0; number < 20; number++)
        {
            var key = library.Event($"Havtorn {number}", "2026-12-01T10:00:00");
            var next = library.Edition();
            search = (PublishedSearch)Projection.Project(new EditionChange(next, before, new HashSet<Guid> { key }, new HashSet<Guid>(), false), search);
            before = next;
        }

        await making;
        Assert.That((await search.Index).Find(new SearchRequest { Text = "havtorn", Now = Library.Now }).Total, Is.EqualTo(20));
    }

    private static readonly string[] Words = ["havtorn", "tyttebær", "koncert", "billedbog", "havn", "strikkecafé", "slægt", "robot", "efterårsferie", "forfatter"];
}
