using System.Net;
using Hedensted.GraphQL.Http.Budget;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>What one client may ask for, so that nobody takes all of it.</summary>
public class ClientBudgetTests
{
    private const string Query = """{"query":"{ site { title } }"}""";

    private Library _library = null!;

    [SetUp]
    public void OpenLibrary() => _library = new Library();

    [Test]
    public async Task Whoever_has_spent_everything_waits_as_long_as_it_says()
    {
        await using var api = Api(perSecond: 1, burst: 1);
        await api.PostAsync(Query);
        var refused = await api.PostAsync(Query);
        Assert.Multiple(() =>
        {
            Assert.That((refused.StatusCode, HttpApi.CodeOf(refused)), Is.EqualTo((429, "BUDGET_SPENT")));
            Assert.That(refused.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
        });
        var seconds = int.Parse(refused.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        _library.Clock.Now = _library.Clock.Now.AddSeconds(seconds);
        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Others_are_served_meanwhile()
    {
        await using var api = Api(perSecond: 1, burst: 1);
        await api.PostAsync(Query);
        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(429));
        Assert.That((await api.PostAsync(Query, more: From("192.0.2.7"))).StatusCode, Is.EqualTo(200));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_known_already_costs_a_tenth_of_the_smallest_question(bool inTheSameBytes)
    {
        await using var api = Api(perSecond: 1, burst: 100);
        await api.PostAsync(Query); // 1 object and 17 bytes
        await api.PostAsync(Query); // once more, for only what comes again is kept
        var served = 0;
        while (served < 2_000 && (await api.PostAsync(inTheSameBytes ? Query : Query.Replace("{\"", $"{{\"n\":{served},\"", StringComparison.Ordinal))).StatusCode == 200)
        {
            served++;
        }

        Assert.That(served, Is.InRange(950, 1_000));
    }

    [Test]
    public async Task Questions_that_are_refused_are_charged_by_their_length()
    {
        await using var api = Api(perSecond: 1, burst: 100);
        var bomb = $$"""{"query":"{ nothing }{{new string(' ', 6_400)}}"}""";
        Assert.That((await api.PostAsync(bomb)).StatusCode, Is.EqualTo(200));
        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(429));
    }

    [Test]
    public async Task An_operation_is_charged_what_it_costs()
    {
        await using var api = Api(perSecond: 1, burst: 300);
        var dear = await api.PostAsync("""{"query":"{ occurrences(first: 50) { nodes { title branch { title } focusAreas { title } } } }"}""", more: context => context.Request.Headers["GraphQL-Cost"] = "report");
        Assert.That(HttpApi.Read(dear).RootElement.At("extensions", "cost", "requested").GetInt64(), Is.GreaterThan(100));
        Assert.That(HttpApi.CodeOf(dear), Is.Null);
        var left = 0;
        while (left < 300 && (await api.PostAsync($$"""{"query":"{ site { title } } # {{left}}"}""")).StatusCode == 200)
        {
            left++;
        }

        Assert.That(left, Is.LessThan(200));
    }

    [Test]
    public async Task A_household_on_the_new_internet_is_one_client()
    {
        await using var api = Api(perSecond: 1, burst: 1);
        await api.PostAsync(Query, more: From("2001:db8:1:2::1"));
        Assert.That((await api.PostAsync(Query, more: From("2001:db8:1:2:ffff::9"))).StatusCode, Is.EqualTo(429));
        Assert.That((await api.PostAsync(Query, more: From("2001:db8:1:3::1"))).StatusCode, Is.EqualTo(200));
        await api.PostAsync("""{"query":"{ site { description } }"}""", more: From("198.51.100.4"));
        Assert.That((await api.PostAsync(Query, more: From("::ffff:198.51.100.4"))).StatusCode, Is.EqualTo(429), "the same address, written in the new way");
    }

    [Test]
    public async Task A_key_has_a_budget_of_its_own()
    {
        await using var api = Api(1, 1, ("Keys:app:Sha256", "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683"));
        await api.PostAsync(Query);
        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(429));
        Assert.That((await api.PostAsync(Query, more: context => context.Request.Headers[ClientBudgets.KeyHeader] = "key")).StatusCode, Is.EqualTo(200));
        var unknown = await api.PostAsync(Query, more: context => context.Request.Headers[ClientBudgets.KeyHeader] = "another");
        Assert.That((unknown.StatusCode, HttpApi.CodeOf(unknown)), Is.EqualTo((401, "UNKNOWN_API_KEY")));
    }

    [Test]
    public async Task A_flood_of_addresses_is_remembered_only_so_far()
    {
        await using var api = Api(perSecond: 1, burst: 1, ("MaxClients", "100"));
        for (var i = 0; i < 1_000; i++)
        {
            await api.PostAsync(Query, more: From($"10.0.{i / 250}.{i % 250}"));
        }

        var budgets = api.Service<ClientBudgets>();
        Assert.That(budgets.Clients, Is.EqualTo(100));
        Assert.That((await api.PostAsync(Query, more: From("192.0.2.1"))).StatusCode, Is.EqualTo(429), "the newcomers share one budget");
        _library.Clock.Now = _library.Clock.Now.AddMinutes(5);
        Assert.That((await api.PostAsync(Query, more: From("192.0.2.1"))).StatusCode, Is.EqualTo(200));
        Assert.That(budgets.Clients, Is.EqualTo(1), "those who have rested are forgotten when room is needed");
    }

    [Test]
    public async Task Without_a_budget_nobody_is_counted()
    {
        await using var api = Api(perSecond: 0, burst: 1);
        await api.PostAsync(Query);
        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(200));
        Assert.That(api.Service<ClientBudgets>().Clients, Is.Zero);
    }

    [Test]
    public async Task The_site_itself_is_not_charged()
    {
        await using var api = Api(perSecond: 1, burst: 1);
        for (var i = 0; i < 50; i++)
        {
            using var answer = api.Service<PublicGraphQL>().Execute(_library.Edition(), "query($n: ID!) { occurrence(id: $n) { id } }", new { n = i });
        }

        Assert.That((await api.PostAsync(Query)).StatusCode, Is.EqualTo(200));
    }

    private static Action<HttpContext> From(string address) => context => context.Connection.RemoteIpAddress = IPAddress.Parse(address);

    private HttpApi Api(int perSecond, int burst, params (string Name, string Value)[] more) => new(_library, settings:
    [
        .. more.Append(("UnitsPerSecond", $"{perSecond}")).Append(("Burst", $"{burst}")).Select(setting => ($"{ClientBudgetOptions.Section}:{setting.Item1}", setting.Item2)),
    ]);
}
