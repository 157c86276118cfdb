using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Npgsql;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>Two servers with the backoffice and two that deliver, behind a proxy, from the configuration that operators use: real processes that are stopped and killed.</summary>
[NonParallelizable]
public class FullSetTests
{
    private static readonly string[] Delivering = ["delivery-1", "delivery-2"];
    private static readonly string[] Asked = ["/", "/graphql?query=%7B__typename%7D", "/api/v1/events?_format=json"];
    private static readonly TimeSpan NeverLonger = TimeSpan.FromSeconds(5);

    private FullSet _set = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (FullSet.Missing() is { } missing)
        {
            Assert.Ignore(missing);
        }

        _set = await FullSet.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_set is not null)
        {
            await _set.DisposeAsync();
        }
    }

    [Test]
    public async Task What_one_server_publishes_readers_find_on_all_and_the_editor_is_told_on_how_many()
    {
        using var editor = await _set.SignInAsync("cms-1");
        var (key, position) = await editor.PublishEventWithoutWaitingAsync("Ude på alle servere", Soon);

        var live = await editor.ReadAsync($"/hedensted/live/{key}?position={position}");
        Assert.Multiple(() =>
        {
            Assert.That(live!["servers"]!.GetValue<int>(), Is.EqualTo(2), "readers are not sent to those with the backoffice");
            Assert.That(live["behind"]!.AsArray(), Is.Empty);
            Assert.That(live["reached"]!.GetValue<bool>() && live["visible"]!.GetValue<bool>());
        });
        foreach (var name in Delivering)
        {
            Assert.That(await IsReadAsync(name, position, "Ude på alle servere"), name);
        }
    }

    [Test]
    public async Task A_server_that_lags_is_named_to_the_editor_until_it_follows()
    {
        using var editor = await _set.SignInAsync("cms-1");
        var (key, position) = await editor.PublishEventWithoutWaitingAsync("Ude på begge", Soon);
        await UntilAsync(async () => await editor.ReadAsync($"/hedensted/live/{key}?position={position}") is { } live && live["servers"]!.GetValue<int>() == 2 && live["behind"]!.AsArray().Count == 0);
        await _set.FreezeAsync("delivery-2");
        try
        {
            (key, position) = await editor.PublishEventWithoutWaitingAsync("Ude på den ene", Soon);
            var live = await editor.ReadAsync($"/hedensted/live/{key}?position={position}");
            Assert.That((live!["servers"]!.GetValue<int>(), live["behind"]!.AsArray().Select(name => name!.GetValue<string>()).Single()), Is.EqualTo((2, "delivery-2")));
        }
        finally
        {
            await _set.ThawAsync("delivery-2");
        }

        await UntilAsync(async () => (await editor.ReadAsync($"/hedensted/live/{key}?position={position}"))!["behind"]!.AsArray().Count == 0);
    }

    [Test]
    public async Task An_editor_who_meets_another_server_with_each_click_notices_nothing()
    {
        using var editor = await _set.SignInAsync();
        for (var click = 0; click < 10; click++)
        {
            var key = await editor.DraftEventAsync($"Kladde {click}", Soon);
            using var published = await editor.CallAsync(HttpMethod.Put, $"/document/{key}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
            Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK), await published.Content.ReadAsStringAsync());
        }
    }

    [Test]
    public async Task What_is_saved_on_one_server_and_published_on_the_other_at_once_is_what_was_saved()
    {
        using var here = await _set.SignInAsync("cms-1");
        using var there = await _set.SignInAsync("cms-2");
        for (var time = 0; time < 10; time++)
        {
            var title = $"Gemt på den ene {time}";
            var key = await here.DraftEventAsync(title, Soon);
            using var published = await there.CallAsync(HttpMethod.Put, $"/document/{key}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
            Assert.That(await IsReadAsync("delivery-1", BackofficeSession.PositionOf(published), title), title);
        }
    }

    [Test]
    public async Task Who_signs_out_on_one_server_is_out_on_the_other_within_a_second()
    {
        using var here = await _set.SignInAsync("cms-1");
        using var there = new HttpClient(FullSet.Handler()) { BaseAddress = _set.AddressOf("cms-2") };
        Assert.That(await SignedInAsync(there, here.Cookies), Is.EqualTo(HttpStatusCode.OK), "a session of one server counts on the other");

        (await here.CallAsync(HttpMethod.Get, "/security/back-office/signout")).Dispose();

        var began = Stopwatch.GetTimestamp();
        while (await SignedInAsync(there, here.Cookies) != HttpStatusCode.Unauthorized)
        {
            Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(NeverLonger));
        }
    }

    [Test]
    public async Task Readers_notice_nothing_when_a_server_is_asked_to_stop()
    {
        await using var readers = Readers.Begin(() => _set.Reader(), 4, Asked);
        await readers.MoreAsync(50);

        await _set.StopAsync("delivery-1");
        await readers.MoreAsync(50);
        await _set.StartAsync("delivery-1");
        await readers.MoreAsync(50);
        await readers.DisposeAsync();

        Assert.That(readers.Failures, Is.Empty);
        TestContext.Out.WriteLine($"{readers.Answered} answers while a server was stopped and started");
    }

    [Test]
    public async Task Readers_are_still_answered_when_a_server_dies()
    {
        await using var readers = Readers.Begin(() => _set.Reader(), 4, Asked);
        await readers.MoreAsync(50);

        await _set.KillAsync("delivery-2");
        await readers.MoreAsync(100);
        await readers.DisposeAsync();
        await _set.StartAsync("delivery-2");

        Assert.That(readers.Failures, Is.Empty);
    }

    [Test]
    public async Task Without_the_database_readers_read_on_writers_are_told_and_all_catch_up_when_it_is_back()
    {
        using var editor = await _set.SignInAsync("cms-2");
        var draft = await editor.DraftEventAsync("Før", Soon);
        await using var readers = Readers.Begin(() => _set.Reader(), 2, Asked);
        await readers.MoreAsync(20);

        await _set.KillAsync("postgres");
        await readers.MoreAsync(100);
        var began = Stopwatch.GetTimestamp();
        using (var refused = await editor.CallAsync(HttpMethod.Put, $"/document/{draft}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } }))
        {
            Assert.Multiple(() =>
            {
                Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
                Assert.That(refused.Headers.RetryAfter?.Delta, Is.Not.Null);
                Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(NeverLonger));
            });
        }

        await _set.StartAsync("postgres");
        began = Stopwatch.GetTimestamp();
        var position = await PublishUntilTakenAsync(editor, "Efter");
        TestContext.Out.WriteLine($"Published {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s after the database was back");
        foreach (var name in Delivering)
        {
            Assert.That(await IsReadAsync(name, position, "Efter"), name);
        }

        await readers.DisposeAsync();
        Assert.That(readers.Failures, Is.Empty);
    }

    /// <summary>Whoever hears nothing does not know whether it was written, and asks again with the same key.</summary>
    [Test]
    public async Task A_database_that_dies_while_many_publish_keeps_what_was_answered_and_makes_nothing_twice()
    {
        var (titles, unsure) = (new ConcurrentQueue<string>(), 0);
        using var stopping = new CancellationTokenSource();
        var editors = new List<BackofficeSession> { await _set.SignInAsync("cms-1"), await _set.SignInAsync("cms-1"), await _set.SignInAsync("cms-2"), await _set.SignInAsync("cms-2") };
        var writing = Task.WhenAll(editors.Select(editor => Task.Run(() => WriteAsync(editor))));
        await UntilAsync(() => Task.FromResult(titles.Count > 40));

        await _set.KillAsync("postgres");
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref unsure) > 3));
        await _set.StartAsync("postgres");
        var before = titles.Count;
        await UntilAsync(() => Task.FromResult(titles.Count > before + 40));
        await stopping.CancelAsync();
        await writing;

        var position = await PublishUntilTakenAsync(editors[0], "Til sidst");
        editors.ForEach(editor => editor.Dispose());
        var written = await RowsAsync("SELECT names FROM node JOIN published ON published.node_key = node.key WHERE names LIKE '%igen %'", row => row.GetString(0).Trim());
        TestContext.Out.WriteLine($"{titles.Count} published; {unsure} times nobody knew at first");
        Assert.Multiple(async () =>
        {
            Assert.That(written, Is.EquivalentTo(titles));
            foreach (var name in Delivering)
            {
                Assert.That(await CountAsync(name, position, new JsonObject { ["startsWith"] = "igen " }), Is.EqualTo(titles.Count), name);
            }
        });

        async Task WriteAsync(BackofficeSession editor)
        {
            while (!stopping.IsCancellationRequested)
            {
                var (key, title) = (Guid.NewGuid(), $"igen {Guid.NewGuid():N}");
                while (!await IsWrittenAsync(editor, key, title))
                {
                    Interlocked.Increment(ref unsure);
                }

                titles.Enqueue(title);
            }
        }
    }

    [Test]
    public async Task A_server_that_delivers_waits_for_a_database_that_is_not_there_yet()
    {
        await _set.StopAsync("delivery-2");
        await _set.StopAsync("postgres");
        await _set.StartAsync("delivery-2", wait: false);
        using var reader = _set.Reader("delivery-2");
        await UntilAsync(async () => await StatusAsync(reader, "/health/live") == HttpStatusCode.OK);

        using (var ready = await reader.GetAsync("/health/ready"))
        using (var page = await reader.GetAsync("/"))
        {
            Assert.That((ready.StatusCode, page.StatusCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable)));
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("ved at starte"));
        }

        await UntilAsync(() => Task.FromResult(_set.LogOf("delivery-2").Contains("Databasen svarer ikke; venter", StringComparison.Ordinal)));
        await _set.StartAsync("postgres");
        await UntilAsync(async () => await StatusAsync(reader, "/health/ready") == HttpStatusCode.OK);
    }

    [Test]
    public async Task What_is_due_when_a_server_dies_the_other_does_once_and_soon()
    {
        using var editor = await _set.SignInAsync("cms-2");
        var key = await editor.DraftEventAsync("Udgives af den anden", Soon);
        var due = DateTimeOffset.UtcNow.AddSeconds(8);
        using (var scheduled = await ScheduleOnAsync("cms-1", key, due))
        {
            Assert.That(scheduled.IsSuccessStatusCode, await scheduled.Content.ReadAsStringAsync());
        }

        await UntilAsync(() => Task.FromResult(DateTimeOffset.UtcNow >= due - TimeSpan.FromMilliseconds(200)));
        await _set.KillAsync("cms-1");
        await UntilAsync(async () => (await PublishedAsync(key)).Count > 0);
        await _set.StartAsync("cms-1");

        var published = await PublishedAsync(key);
        Assert.That(published, Has.Count.EqualTo(1));
        Assert.That(published[0] - due, Is.LessThan(TimeSpan.FromSeconds(5)));
        TestContext.Out.WriteLine($"Published {(published[0] - due).TotalSeconds:0.0} s after its time");
    }

    [Test]
    public async Task Keys_that_the_servers_share_lie_sealed_in_the_database()
    {
        using var editor = await _set.SignInAsync();
        var keys = await RowsAsync("SELECT xml FROM protection_key", row => row.GetString(0));
        Assert.That(keys, Is.Not.Empty.And.All.Contain("<sealed").And.All.Not.Contain("masterKey"));
    }

    private static DateTime Soon => DanishTime.Today.AddDays(3).AddHours(10);

    private async Task<HttpResponseMessage> ScheduleOnAsync(string server, Guid key, DateTimeOffset due)
    {
        using var editor = await _set.SignInAsync(server);
        return await editor.CallAsync(HttpMethod.Put, $"/document/{key}/publish", new
        {
            publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = due.ToString("O", CultureInfo.InvariantCulture), unpublishTime = (string?)null } } },
        });
    }

    // Each publishing is a change of its own.
    private Task<List<DateTimeOffset>> PublishedAsync(Guid key) => RowsAsync(
        $"SELECT at FROM audit WHERE node_key = '{key}' AND type = {(int)Content.Editing.AuditType.Publish}", row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)));

    private async Task<List<T>> RowsAsync<T>(string statement, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_set.Database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(read(rows));
        }

        return found;
    }

    /// <summary>Whether readers of a server find an event that was published by then.</summary>
    private async Task<bool> IsReadAsync(string server, long position, string title) =>
        await CountAsync(server, position, new JsonObject { ["eq"] = title }) > 0;

    /// <summary>How many dates readers of a server find whose title fits.</summary>
    private async Task<int> CountAsync(string server, long position, JsonObject title)
    {
        using var reader = _set.Reader(server);
        JsonNode? body = null;
        await UntilAsync(async () =>
        {
            using var question = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new
                {
                    query = "query($title: StringOperationFilterInput) { occurrences(where: { title: $title }) { totalCount } }",
                    variables = new { title = title.DeepClone() },
                }),
            };
            question.Headers.Add("Hedensted-Min-Position", position.ToString(CultureInfo.InvariantCulture));
            using var answer = await reader.SendAsync(question);
            body = await answer.Content.ReadFromJsonAsync<JsonNode>();
            return answer.IsSuccessStatusCode && BackofficeSession.PositionOf(answer) >= position;
        });
        return body!["data"]!["occurrences"]!["totalCount"]!.GetValue<int>();
    }

    /// <summary>Whether it is published now: by this request, or by one before that nothing was heard of.</summary>
    private static async Task<bool> IsWrittenAsync(BackofficeSession editor, Guid key, string title)
    {
        try
        {
            await editor.PublishEventWithoutWaitingAsync(title, Soon, key);
            return true;
        }
        catch (InvalidOperationException answer)
        {
            return answer.Message.Contains("DuplicateKey", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<long> PublishUntilTakenAsync(BackofficeSession editor, string title)
    {
        long position = 0;
        await UntilAsync(async () =>
        {
            try
            {
                (_, position) = await editor.PublishEventWithoutWaitingAsync(title, Soon);
                return true;
            }
            catch (InvalidOperationException notYet) when (notYet.Message.Contains("503", StringComparison.Ordinal))
            {
                return false;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return false;
            }
        });
        return position;
    }

    // Who is signed in, when this is asked with a session's cookies.
    private static Task<HttpStatusCode> SignedInAsync(HttpClient client, string cookies) =>
        StatusAsync(client, "/umbraco/management/api/v1/user/current", ("Authorization", "Bearer [redacted]"), ("Cookie", cookies));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            question.Headers.Add(name, value);
        }

        try
        {
            using var answer = await client.SendAsync(question);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return default; // nobody listens yet
        }
    }

    // Waits on what is to happen; the time limit only ends a test that would wait for ever.
    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await done())
        {
            Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(TimeSpan.FromSeconds(60)), "it did not happen");
            await Task.Delay(25);
        }
    }
}
