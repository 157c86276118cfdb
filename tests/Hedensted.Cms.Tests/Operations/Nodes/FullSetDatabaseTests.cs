using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>A full set whose database is stopped and killed.</summary>
public class FullSetDatabaseTests : FullSetFixture
{
    private static readonly TimeSpan NeverLonger = TimeSpan.FromSeconds(5);

    [Test]
    public async Task Without_the_database_readers_read_on_writers_are_told_and_all_catch_up_when_it_is_back()
    {
        using var editor = await Set.SignInAsync("cms-2");
        var draft = await editor.DraftEventAsync("Før", Soon);
        await using var readers = Readers.Begin(() => Set.Reader(), 2, Asked);
        await readers.MoreAsync(20);

        await Set.KillAsync("postgres");
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

        await Set.StartAsync("postgres");
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
        var editors = new List<BackofficeSession> { await Set.SignInAsync("cms-1"), await Set.SignInAsync("cms-1"), await Set.SignInAsync("cms-2"), await Set.SignInAsync("cms-2") };
        var writing = Task.WhenAll(editors.Select(editor => Task.Run(() => WriteAsync(editor))));
        await Waiting.UntilAsync(() => titles.Count > 40);

        await Set.KillAsync("postgres");
        await Waiting.UntilAsync(() => Volatile.Read(ref unsure) > 3);
        await Set.StartAsync("postgres");
        var before = titles.Count;
        await Waiting.UntilAsync(() => titles.Count > before + 40);
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
        await Set.StopAsync("delivery-2");
        await Set.StopAsync("postgres");
        await Set.StartAsync("delivery-2", wait: false);
        using var reader = Set.Reader("delivery-2");
        await Waiting.UntilAsync(async () => await StatusAsync(reader, "/health/live") == HttpStatusCode.OK);

        using (var ready = await reader.GetAsync("/health/ready"))
        using (var page = await reader.GetAsync("/"))
        {
            Assert.That((ready.StatusCode, page.StatusCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable)));
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("ved at starte"));
        }

        await Waiting.UntilAsync(() => Set.LogOf("delivery-2").Contains("Databasen svarer ikke; venter", StringComparison.Ordinal));
        await Set.StartAsync("postgres");
        await Waiting.UntilAsync(async () => await StatusAsync(reader, "/health/ready") == HttpStatusCode.OK);
    }

    [Test]
    public async Task Keys_that_the_servers_share_lie_sealed_in_the_database()
    {
        using var editor = await Set.SignInAsync();
        var keys = await RowsAsync("SELECT xml FROM protection_key", row => row.GetString(0));
        Assert.That(keys, Is.Not.Empty.And.All.Contain("<sealed").And.All.Not.Contain("masterKey"));
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
        await Waiting.UntilAsync(async () =>
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
}
