using System.Security.Cryptography;
using System.Text;
using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Http.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>Whoever asks something new each time fills no more memory than there is room for.</summary>
[NonParallelizable] // the heap belongs to the process
public class FloodTests
{
    private const long Room = 1024 * 1024;
    private HttpApi _api = null!;

    [SetUp]
    public void Open() => _api = new HttpApi(
        more: services => services.Configure<PublicGraphQLOptions>(options => (options.ResponseCacheBytes, options.DocumentCacheBytes, options.FragmentBytes) = (Room, Room, Room)),
        settings: [(PersistedQueryOptions.Section + ":StoreKb", "1024"), (ClientBudgetOptions.Section + ":UnitsPerSecond", "0")]);

    [TearDown]
    public async Task Close() => await _api.DisposeAsync();

    [Test]
    public async Task Documents_that_are_never_repeated_push_each_other_out()
    {
        for (var i = 0; i < 5_000; i++)
        {
            await _api.AskAsync(new { query = $"query Q{i} {{ site {{ title }} }} # {new string('x', 200)}" });
        }

        var engine = _api.Service<PublicGraphQL>().EngineOf(_api.Library.Edition().Schema);
        Assert.Multiple(() =>
        {
            Assert.That(engine.CachedBytes, Is.InRange(Room / 2, Room));
            Assert.That(_api.Service<PublicGraphQL>().CachedBytes, Is.LessThanOrEqualTo(Room));
        });
    }

    [Test]
    public async Task Documents_that_are_refused_fill_no_more_than_others()
    {
        for (var i = 0; i < 5_000; i++)
        {
            await _api.AskAsync(new { query = $"{{ unknown{i} }} # {new string('x', 200)}" });
        }

        Assert.That(_api.Service<PublicGraphQL>().EngineOf(_api.Library.Edition().Schema).CachedBytes, Is.InRange(Room / 2, Room));
    }

    [Test]
    public async Task Variables_that_are_never_repeated_take_no_room()
    {
        await AskWithVariables(10_000, times: 1);
        Assert.That(_api.Service<PublicGraphQL>().CachedBytes, Is.Zero);
    }

    [Test]
    public async Task Variables_that_are_repeated_once_fill_the_cache_and_no_more()
    {
        await AskWithVariables(5_000, times: 2);
        Assert.That(_api.Service<PublicGraphQL>().CachedBytes, Is.InRange(Room / 4, Room));
    }

    [Test]
    public async Task Persisted_documents_fill_their_store_and_no_more()
    {
        for (var i = 0; i < 3_000; i++)
        {
            var query = $"query Q{i} {{ site {{ title }} }} # {new string('x', 500)}";
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
            await _api.AskAsync(new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });
        }

        Assert.That(_api.Service<PersistedQueryStore>().Bytes, Is.InRange(Room / 2, Room));
    }

    [TestCase(10_000, 1)]
    [TestCase(3_000, 8)]
    public async Task The_heap_grows_by_no_more_than_the_room_that_is_set_aside(int count, int times)
    {
        // What is made once is there before the first look.
        await Flood(0, 500, times);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Flood(500, count, times);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(grown, Is.LessThan(4 * Room), "four stores, each with its own room");
    }

    private async Task AskWithVariables(int count, int times)
    {
        const string Query = "query($first: Int, $id: ID!) { occurrences(first: $first) { nodes { title } } occurrence(id: $id) { id } branches { title teaser } }";
        for (var i = 0; i < count * times; i++)
        {
            await _api.AskAsync(new { query = Query, variables = new { first = i / times % 50, id = new Guid(i / times, 0, 0, new byte[8]) } });
        }
    }

    private async Task Flood(int from, int to, int times)
    {
        for (var i = from; i < to; i++)
        {
            var query = $"query Q{i}($id: ID) {{ site {{ title description }} branches {{ title }} content(id: $id) {{ id }} }}";
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
            for (var time = 0; time < times; time++)
            {
                // Each variable twice: the first is executed, the second keeps its answer.
                var variables = new { id = new Guid(i, (short)(time / 2), 0, new byte[8]) };
                await _api.AskAsync(new { query, variables, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });
            }
        }
    }
}
