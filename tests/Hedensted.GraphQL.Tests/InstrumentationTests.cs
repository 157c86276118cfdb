using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hedensted.GraphQL.Instrumentation;
using Hedensted.GraphQL.Tests.Http;

namespace Hedensted.GraphQL.Tests;

/// <summary>What those who run the server see of the API, and what they never see.</summary>
[NonParallelizable] // instruments belong to the process
public class InstrumentationTests
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();
    private readonly ConcurrentQueue<Activity> _activities = new();
    private MeterListener _meters = null!;
    private ActivityListener _listener = null!;
    private HttpApi _api = null!;

    [SetUp]
    public void Listen()
    {
        _measured.Clear();
        _activities.Clear();
        _api = new HttpApi();
        _meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ApiInstruments.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, Text(tags))));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, Text(tags))));
        _meters.Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ApiInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [TearDown]
    public async Task Stop()
    {
        _meters.Dispose();
        _listener.Dispose();
        await _api.DisposeAsync();
    }

    [Test]
    public async Task The_time_an_operation_took_is_told_by_its_name_and_where_the_answer_came_from()
    {
        for (var time = 0; time < 3; time++)
        {
            await _api.AskAsync(new { query = "query Forside { site { title } }" });
        }

        await _api.AskAsync(new { query = "query Forside { site { title } }", otherBytes = true });
        Assert.That(TagsOf("graphql.server.operation.duration"), Is.EqualTo(new[]
        {
            "graphql.operation.name=Forside hedensted.cache=miss hedensted.outcome=success",
            "graphql.operation.name=Forside hedensted.cache=miss hedensted.outcome=success",
            "graphql.operation.name=Forside hedensted.cache=hit hedensted.outcome=success",
            "graphql.operation.name=Forside hedensted.cache=hit hedensted.outcome=success",
        }));
        Assert.That(_measured.Where(one => one.Name == "graphql.server.operation.duration").Select(one => one.Value), Is.All.Positive);
    }

    [Test]
    public async Task The_cost_is_told_of_what_was_executed()
    {
        for (var time = 0; time < 4; time++)
        {
            await _api.AskAsync(new { query = "query Huse { branches { title } }" });
        }

        Assert.That(_measured.Where(one => one.Name == "graphql.server.operation.cost").Select(one => (one.Value > 1, one.Tags)), Is.EqualTo(new[] { (true, "graphql.operation.name=Huse"), (true, "graphql.operation.name=Huse") }), "the others were known");
    }

    [TestCase("""{"query":"{ nothing }"}""", "FIELDS_ON_CORRECT_TYPE")]
    [TestCase("""{"query":"{"}""", "SYNTAX_ERROR")]
    [TestCase("""{"documentId":"unknown"}""", "DOCUMENT_NOT_FOUND")]
    [TestCase("[]", "BAD_REQUEST")]
    public async Task What_was_refused_is_counted_by_its_code(string body, string code)
    {
        var response = await _api.PostAsync(body);
        Assert.That(TagsOf("graphql.server.refusals"), Is.EqualTo(new[] { $"error.type={HttpApi.CodeOf(response)}" }));
        Assert.That(HttpApi.CodeOf(response), Is.EqualTo(code));
    }

    [Test]
    public async Task An_activity_tells_the_operation_and_the_hash_of_its_document()
    {
        await _api.AskAsync(new { query = "query Titel { site { title } }" });
        var activity = _activities.Single();
        Assert.Multiple(() =>
        {
            Assert.That(activity.DisplayName, Is.EqualTo("GraphQL Titel"));
            Assert.That(activity.GetTagItem("graphql.document.hash"), Does.Match("^sha256:[0-9a-f]{64}$"));
            Assert.That(activity.GetTagItem("hedensted.cache"), Is.EqualTo("miss"));
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Unset));
        });
    }

    [Test]
    public async Task An_activity_of_a_known_answer_tells_the_same_hash()
    {
        for (var time = 0; time < 3; time++)
        {
            await _api.AskAsync(new { query = "query Titel { site { title } }" });
        }

        await _api.AskAsync(new { query = "query Titel { site { title } }", otherBytes = true });
        Assert.Multiple(() =>
        {
            Assert.That(_activities.Select(activity => activity.GetTagItem("hedensted.cache")), Is.EqualTo(new[] { "miss", "miss", "hit", "hit" }));
            Assert.That(_activities.Select(activity => activity.GetTagItem("graphql.document.hash")).Distinct(), Has.Exactly(1).Items);
        });
    }

    [Test]
    public async Task An_activity_of_what_was_refused_tells_the_code()
    {
        await _api.AskAsync(new { query = "{ nothing }" });
        var activity = _activities.Single();
        Assert.That((activity.Status, activity.GetTagItem("error.type")), Is.EqualTo((ActivityStatusCode.Error, (object)"FIELDS_ON_CORRECT_TYPE")));
    }

    [Test]
    public async Task What_clients_send_is_never_told()
    {
        await _api.AskAsync(new { query = "query Et($id: ID!) { occurrence(id: $id) { id } hemmelig: site { title } }", variables = new { id = "hemmelighed-1" } });
        await _api.AskAsync(new { query = "query Et($id: ID!) { occurrence(id: $id) { hemmelighed2 } }", variables = new { id = "hemmelighed-1" } });
        await _api.AskAsync(new { query = "query hemmelighed3 { nothing }" });
        await _api.AskAsync(new { documentId = "hemmelighed-4" });
        var told = _measured.Select(one => one.Tags).Concat(_activities.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName)));
        Assert.That(_measured, Is.Not.Empty);
        Assert.That(told, Has.None.Contains("hemmelig"));
    }

    [Test]
    public void Strangers_operations_are_told_apart_only_so_far()
    {
        var names = new OperationNames();
        var told = Enumerable.Range(0, 1_000).Select(i => names.Of($"Fremmed{i}", isOurs: false)).Distinct().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(told, Has.Count.EqualTo(OperationNames.MaxStrangers + 1).And.Contains(OperationNames.Other));
            Assert.That(names.Of("Kalender", isOurs: true), Is.EqualTo("Kalender"), "ours always");
            Assert.That(names.Of("Kalender", isOurs: false), Is.EqualTo("Kalender"), "and then for everybody");
            Assert.That(names.Of(null, isOurs: false), Is.EqualTo(OperationNames.Anonymous));
            Assert.That(new OperationNames().Of(new string('x', 65), isOurs: false), Is.EqualTo(OperationNames.Other));
        });
    }

    [Test]
    public async Task Streams_are_counted_while_they_are_open()
    {
        await using (var stream = new OpenStream(_api, new { query = "subscription { editionChanged { position } }" }))
        {
            await stream.AnswerAsync();
        }

        Assert.That(_measured.Where(one => one.Name == "graphql.server.streams").Select(one => one.Value), Is.EqualTo(new[] { 1.0, -1.0 }));
    }

    private string[] TagsOf(string instrument) => [.. _measured.Where(one => one.Name == instrument).Select(one => one.Tags)];

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = new List<string>();
        foreach (var (key, value) in tags)
        {
            texts.Add($"{key}={value}");
        }

        return string.Join(' ', texts);
    }
}
