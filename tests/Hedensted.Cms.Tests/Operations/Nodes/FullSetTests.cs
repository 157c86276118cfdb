using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>Servers that come, go, lag and die: real processes that are stopped and killed.</summary>
public class FullSetTests : FullSetFixture
{
    private static readonly TimeSpan NeverLonger = TimeSpan.FromSeconds(5);

    [Test]
    public async Task What_one_server_publishes_readers_find_on_all_and_the_editor_is_told_on_how_many()
    {
        using var editor = await Set.SignInAsync("cms-1");
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
        using var editor = await Set.SignInAsync("cms-1");
        var (key, position) = await editor.PublishEventWithoutWaitingAsync("Ude på begge", Soon);
        await Waiting.UntilAsync(async () => await editor.ReadAsync($"/hedensted/live/{key}?position={position}") is { } live && live["servers"]!.GetValue<int>() == 2 && live["behind"]!.AsArray().Count == 0);
        await Set.FreezeAsync("delivery-2");
        try
        {
            (key, position) = await editor.PublishEventWithoutWaitingAsync("Ude på den ene", Soon);
            var live = await editor.ReadAsync($"/hedensted/live/{key}?position={position}");
            Assert.That((live!["servers"]!.GetValue<int>(), live["behind"]!.AsArray().Select(name => name!.GetValue<string>()).Single()), Is.EqualTo((2, "delivery-2")));
        }
        finally
        {
            await Set.ThawAsync("delivery-2");
        }

        await Waiting.UntilAsync(async () => (await editor.ReadAsync($"/hedensted/live/{key}?position={position}"))!["behind"]!.AsArray().Count == 0);
    }

    [Test]
    public async Task An_editor_who_meets_another_server_with_each_click_notices_nothing()
    {
        using var editor = await Set.SignInAsync();
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
        using var here = await Set.SignInAsync("cms-1");
        using var there = await Set.SignInAsync("cms-2");
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
        using var here = await Set.SignInAsync("cms-1");
        using var there = new HttpClient(FullSet.Handler()) { BaseAddress = Set.AddressOf("cms-2") };
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
        await using var readers = Readers.Begin(() => Set.Reader(), 4, Asked);
        await readers.MoreAsync(50);

        await Set.StopAsync("delivery-1");
        await readers.MoreAsync(50);
        await Set.StartAsync("delivery-1");
        await readers.MoreAsync(50);
        await readers.DisposeAsync();

        Assert.That(readers.Failures, Is.Empty);
        TestContext.Out.WriteLine($"{readers.Answered} answers while a server was stopped and started");
    }

    [Test]
    public async Task Readers_are_still_answered_when_a_server_dies()
    {
        await using var readers = Readers.Begin(() => Set.Reader(), 4, Asked);
        await readers.MoreAsync(50);

        await Set.KillAsync("delivery-2");
        await readers.MoreAsync(100);
        await readers.DisposeAsync();
        await Set.StartAsync("delivery-2");

        Assert.That(readers.Failures, Is.Empty);
    }

    [Test]
    public async Task What_is_due_when_a_server_dies_the_other_does_once_and_soon()
    {
        using var editor = await Set.SignInAsync("cms-2");
        var key = await editor.DraftEventAsync("Udgives af den anden", Soon);
        var due = DateTimeOffset.UtcNow.AddSeconds(8);
        using (var scheduled = await ScheduleOnAsync("cms-1", key, due))
        {
            Assert.That(scheduled.IsSuccessStatusCode, await scheduled.Content.ReadAsStringAsync());
        }

        await Waiting.UntilAsync(() => DateTimeOffset.UtcNow >= due - TimeSpan.FromMilliseconds(200));
        await Set.KillAsync("cms-1");
        await Waiting.UntilAsync(async () => (await PublishedAsync(key)).Count > 0);
        await Set.StartAsync("cms-1");

        var published = await PublishedAsync(key);
        Assert.That(published, Has.Count.EqualTo(1));
        Assert.That(published[0] - due, Is.LessThan(TimeSpan.FromSeconds(5)));
        TestContext.Out.WriteLine($"Published {(published[0] - due).TotalSeconds:0.0} s after its time");
    }

    private async Task<HttpResponseMessage> ScheduleOnAsync(string server, Guid key, DateTimeOffset due)
    {
        using var editor = await Set.SignInAsync(server);
        return await editor.CallAsync(HttpMethod.Put, $"/document/{key}/publish", new
        {
            publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = due.ToString("O", CultureInfo.InvariantCulture), unpublishTime = (string?)null } } },
        });
    }

    // Each publishing is a change of its own.
    private Task<List<DateTimeOffset>> PublishedAsync(Guid key) => RowsAsync(
        $"SELECT at FROM audit WHERE node_key = '{key}' AND type = {(int)Content.Editing.AuditType.Publish}", row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)));

    // Who is signed in, when this is asked with a session's cookies.
    private static Task<HttpStatusCode> SignedInAsync(HttpClient client, string cookies) =>
        StatusAsync(client, "/umbraco/management/api/v1/user/current", ("Authorization", "Bearer [redacted]"), ("Cookie", cookies));
}
