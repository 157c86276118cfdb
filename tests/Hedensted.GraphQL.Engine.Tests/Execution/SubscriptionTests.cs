using System.Text;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>A stream of events becomes a stream of answers.</summary>
public class SubscriptionTests
{
    private sealed record Change(int Number, string? Title);

    private static GraphQLEngine Engine(Func<FieldContext, IAsyncEnumerable<Change>> source, EngineOptions? options = null)
    {
        var change = new ObjectType<Change>("Change").Field("number", Scalars.Int.NonNull(), c => c.Number).Field("title", Scalars.String.NonNull(), c => c.Title)
            .Field("state", Scalars.String, (_, ctx) => ctx.State<string>());
        var query = new ObjectType<string>("Query").Field("a", Scalars.Int, _ => 1);
        var subscription = new ObjectType<string>("Subscription")
            .Stream("changed", change, (_, ctx) => source(ctx), (Change c, FieldContext _) => c, arguments: [new("from", Scalars.Int.NonNull(), defaultValue: "1")])
            .Field("never", Scalars.Int, _ => 1);
        return new GraphQLEngine(new SchemaBuilder(query).Subscription(subscription).Build(), options);
    }

    private static async IAsyncEnumerable<Change> Events(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await Task.Yield();
            yield return new Change(i, i == 3 ? null : $"Event {i}");
        }
    }

    private static async Task<List<string>> Read(GraphQLEngine engine, string document, string? variables = null, Func<object>? eventState = null, CancellationToken cancellation = default)
    {
        var request = GraphQLRequest.From(document, "before", variables);
        var answers = new List<string>();
        var stream = engine.SubscribeAsync(new GraphQLRequest { Document = request.Document, Variables = request.Variables, State = request.State, EventState = eventState }, cancellation);
        await foreach (var response in stream)
        {
            using (response)
            {
                answers.Add(Encoding.UTF8.GetString(response.Body.Span));
            }
        }

        return answers;
    }

    [Test]
    public async Task Each_event_is_answered()
    {
        var answers = await Read(Engine(ctx => Events(ctx.Arguments.Get<int>("from"), 2)), "subscription($from: Int!) { c: changed(from: $from) { number title } }", """{"from":7}""");
        Assert.That(answers, Is.EqualTo(["""{"data":{"c":{"number":7,"title":"Event 7"}}}""", """{"data":{"c":{"number":8,"title":"Event 8"}}}"""]));
    }

    [Test]
    public async Task An_error_of_one_event_leaves_the_stream_open()
    {
        var answers = await Read(Engine(_ => Events(2, 3)), "subscription { changed { title } }");
        Assert.That(answers, Has.Count.EqualTo(3));
        Assert.That(answers[1], Does.StartWith("""{"data":{"changed":null},"errors":["""));
        Assert.That(Answers.Errors(answers[1]), Is.EqualTo(["NULL_NOT_ALLOWED changed.title 1:26"]));
    }

    [Test]
    public async Task An_event_may_bring_its_own_state()
    {
        var turn = 0;
        var answers = await Read(Engine(_ => Events(1, 2)), "subscription { changed { state } }", eventState: () => $"edition {++turn}");
        Assert.That(answers, Is.EqualTo(["""{"data":{"changed":{"state":"edition 1"}}}""", """{"data":{"changed":{"state":"edition 2"}}}"""]));
    }

    [Test]
    public async Task A_stream_that_cannot_be_opened_is_refused()
    {
        var seen = new List<string>();
        var engine = Engine(_ => throw new InvalidOperationException("secret"), new EngineOptions { OnUnhandledException = (error, path) => seen.Add($"{path}: {error.Message}") });
        Assert.That(Answers.Errors((await Read(engine, "subscription { changed { number } }")).Single()), Is.EqualTo(["INTERNAL_ERROR changed 1:16"]));
        Assert.That(seen, Is.EqualTo(["changed: secret"]));
        engine = Engine(_ => throw new GraphQLException("Too many listen already; try later.", "BUSY"));
        Assert.That(Answers.Errors((await Read(engine, "subscription { changed { number } }")).Single()), Is.EqualTo(["BUSY changed 1:16"]));
    }

    [Test]
    public async Task A_stream_that_breaks_says_so_and_ends()
    {
        var answers = await Read(Engine(_ => Broken()), "subscription { changed { number } }");
        Assert.That(answers[0], Is.EqualTo("""{"data":{"changed":{"number":1}}}"""));
        Assert.That(Answers.Errors(answers[1]), Is.EqualTo(["INTERNAL_ERROR changed 1:16"]));
        Assert.That(answers, Has.Count.EqualTo(2));

        static async IAsyncEnumerable<Change> Broken()
        {
            yield return new Change(1, "a");
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }
    }

    [TestCase("subscription { changed(from: null) { number } }", "VALUES_OF_CORRECT_TYPE")]
    [TestCase("subscription($from: Int = 1) { changed(from: $from) { number } }", "INVALID_ARGUMENT", """{"from":null}""")]
    [TestCase("subscription { never }", "SUBSCRIPTION_NOT_SUPPORTED")]
    [TestCase("subscription { nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [TestCase("subscription($n: Int!) { changed(from: $n) { number } }", "INVALID_VARIABLE")]
    public async Task A_refusal_is_the_only_answer(string document, string code, string? variables = null) =>
        Assert.That(Answers.Errors((await Read(Engine(_ => Events(1, 1)), document, variables)).Single()).Single(), Does.StartWith(code));

    [Test]
    public async Task A_query_is_answered_once() => Assert.That(await Read(Engine(_ => Events(1, 1)), "{ a }"), Is.EqualTo(["""{"data":{"a":1}}"""]));

    [Test]
    public void A_client_that_leaves_ends_the_stream()
    {
        using var left = new CancellationTokenSource();
        Assert.That(async () => await Read(Engine(ctx => Endless(ctx.Cancellation, left)), "subscription { changed { number } }", cancellation: left.Token), Throws.InstanceOf<OperationCanceledException>());

        static async IAsyncEnumerable<Change> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation, CancellationTokenSource left)
        {
            yield return new Change(1, "a");
            await left.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            yield return new Change(2, "b");
        }
    }
}
