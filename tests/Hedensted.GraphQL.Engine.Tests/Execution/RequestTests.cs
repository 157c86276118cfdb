using System.Buffers;
using System.Text;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

public class RequestTests
{
    private const string Two = """query A { dog { name } } mutation B { rename(name: "x") }""";
    private static readonly GraphQLEngine Engine = new(Pets.Schema());

    private static GraphQLResponse Execute(string document, string? operationName = null, bool allowMutations = true) => Engine.Execute(new GraphQLRequest
    {
        Document = Encoding.UTF8.GetBytes(document),
        State = Pets.AHome(),
        OperationName = operationName,
        AllowMutations = allowMutations,
    });

    [TestCase("A", """{"data":{"dog":{"name":"Buster"}}}""")]
    [TestCase("B", """{"data":{"rename":"x"}}""")]
    public void An_operation_is_chosen_by_name(string name, string answer)
    {
        using var response = Execute(Two, name);
        Assert.That(Encoding.UTF8.GetString(response.Body.Span), Is.EqualTo(answer));
        Assert.That(response.Kind, Is.EqualTo(ResponseKind.Success));
    }

    [TestCase(Two, null)]
    [TestCase(Two, "C")]
    [TestCase("{ dog { name } }", "C")]
    [TestCase("fragment F on Dog { name }", null)]
    public void Without_a_choice_nothing_is_run(string document, string? name)
    {
        using var response = Execute(document, name);
        Assert.That(response.Kind, Is.EqualTo(ResponseKind.Rejected));
        Assert.That(response.FirstErrorCode, Is.EqualTo("UNKNOWN_OPERATION").Or.EqualTo("NO_UNUSED_FRAGMENTS"));
    }

    [Test]
    public void A_mutation_can_be_kept_out()
    {
        using var response = Execute(Two, "B", allowMutations: false);
        Assert.That(response.FirstErrorCode, Is.EqualTo("MUTATION_NOT_ALLOWED"));
    }

    [Test]
    public void A_subscription_is_not_a_request()
    {
        using var response = Execute("subscription { newPet { name } }");
        Assert.That(response.FirstErrorCode, Is.EqualTo("SUBSCRIPTION_NOT_SUPPORTED"));
    }

    [TestCase("{ dog { name } }", ResponseKind.Success)]
    [TestCase("{ arguments { float(number: 1) } }", ResponseKind.Success)]
    [TestCase("{ dog { nothing } }", ResponseKind.Rejected)]
    public void The_kind_of_answer_is_told(string document, ResponseKind kind)
    {
        using var response = Execute(document);
        Assert.That(response.Kind, Is.EqualTo(kind));
    }

    [Test]
    public void An_answer_can_go_straight_into_a_writer()
    {
        var writer = new ArrayBufferWriter<byte>();
        Assert.That(Engine.Execute(GraphQLRequest.From("{ cat { name } }", Pets.AHome()), writer), Is.EqualTo(ResponseKind.Success));
        Assert.That(Encoding.UTF8.GetString(writer.WrittenSpan), Is.EqualTo("""{"data":{"cat":{"name":"Mis"}}}"""));
    }

    [Test]
    public void A_request_that_is_given_up_stops()
    {
        using var given = new CancellationTokenSource();
        given.Cancel();
        Assert.Throws<OperationCanceledException>(() => Engine.Execute(GraphQLRequest.From("{ cat { name } }", Pets.AHome()), given.Token));
    }

    [Test]
    public void A_document_can_be_made_ready()
    {
        Assert.That(Engine.Warm("{ cat { name } }"u8), Is.True);
        Assert.That(Engine.Warm("{ cat { no } }"u8), Is.False);
    }

    [Test]
    public void A_flood_of_documents_stays_within_the_budget_and_keeps_what_is_used()
    {
        var engine = new GraphQLEngine(Pets.Schema(), new EngineOptions { DocumentCacheBytes = 200_000 });
        for (var i = 0; i < 2_000; i++)
        {
            engine.Ask($"{{ dog {{ a{i}: name }} }}", Pets.AHome());
            engine.Ask("{ cat { name } }", Pets.AHome());
        }

        Assert.That(engine.CachedBytes, Is.LessThanOrEqualTo(200_000).And.GreaterThan(100_000));
    }

    [Test]
    public void Many_threads_share_one_engine()
    {
        const string Document = "query($x: Boolean!) { human { pets { __typename name ... on Dog { owner @include(if: $x) { name } } } } }";
        var engine = new GraphQLEngine(Pets.Schema());
        var home = Pets.AHome();
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        Parallel.For(0, 2_000, i => answers.AddOrUpdate(engine.Ask(Document, home, i % 2 == 0 ? """{"x":true}""" : """{"x":false}"""), 1, (_, n) => n + 1));
        Assert.That(answers.Values, Is.EqualTo([1_000, 1_000]));
    }
}
