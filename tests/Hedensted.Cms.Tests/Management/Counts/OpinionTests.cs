using System.Globalization;
using System.Net;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Tests.Management.Overview;
using Hedensted.Content.Attendance;
using Hedensted.Content.Published;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management.Counts;

/// <summary>«Hvad synes du?» on the page of an event that was held: a form, and nothing that tells who answered.</summary>
public class OpinionTests
{
    [Test]
    public async Task Whoever_was_there_answers_with_one_number_and_leaves_nothing_else()
    {
        var (id, path) = await HeldAsync("Afholdt", daysAgo: 2);
        using var citizen = Host.Stranger();
        using var page = await citizen.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("Hvad synes du?").And.Contain("action=\"/hvad-synes-du\"").And.Contain(OccurrenceIds.Of(id).ToString()));
            Assert.That(page.Headers.Contains("Set-Cookie"), Is.False);
        });

        foreach (var score in new[] { "5", "4", "5" })
        {
            using var answered = await AnswerAsync(citizen, id, score);
            Assert.That((answered.StatusCode, answered.Headers.Location?.ToString(), answered.Headers.Contains("Set-Cookie")), Is.EqualTo((HttpStatusCode.Redirect, $"{path}?tak=1#mening", false)));
        }

        Assert.That(await citizen.GetStringAsync($"{path}?tak=1"), Does.Contain("Tak for dit svar").And.Not.Contain("action=\"/hvad-synes-du\""));
        Assert.That(await TalliesAsync(id), Is.EqualTo(new[] { (4, 1), (5, 2) }));
    }

    [Test]
    public async Task Nobody_is_asked_about_what_is_to_come_was_cancelled_or_is_long_over()
    {
        var (old, oldPath) = await HeldAsync("For længe siden", daysAgo: 40);
        var (coming, comingPath) = await HeldAsync("Kommer", daysAgo: -5);
        var (cancelled, cancelledPath) = await HeldAsync("Aflyst", daysAgo: 2, ("status", new[] { "Aflyst" }));
        using var citizen = Host.Stranger();
        foreach (var (id, path) in new[] { (old, oldPath), (coming, comingPath), (cancelled, cancelledPath) })
        {
            Assert.That(await citizen.GetStringAsync(path), Does.Not.Contain("Hvad synes du?"));
            using var refused = await AnswerAsync(citizen, id, "5");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await TalliesAsync(id), Is.Empty);
        }
    }

    [Test]
    public async Task What_is_no_answer_or_comes_from_another_site_is_refused_in_words()
    {
        var (id, _) = await HeldAsync("Spørges", daysAgo: 1);
        using var citizen = Host.Stranger();
        foreach (var score in new[] { "0", "6", "-1", "3,5", "", "fem" })
        {
            using var refused = await AnswerAsync(citizen, id, score);
            Assert.That((refused.StatusCode, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).Contains("Vælg et tal fra 1 til 5", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)), score);
        }

        citizen.DefaultRequestHeaders.Add("Origin", "https://andre.example");
        using var foreign = await AnswerAsync(citizen, id, "5");
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await TalliesAsync(id), Is.Empty);
    }

    private static async Task<(Guid Id, string Path)> HeldAsync(string title, int daysAgo, params (string Alias, object? Value)[] more)
    {
        var start = WallTime.FromInstant(DateTimeOffset.UtcNow.AddDays(-daysAgo)).ToDateTimeUnspecified();
        string At(int hours) => start.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var (id, position) = await Rikke.PublishedAsync(title, At(0), At(2), StartingSite.HedenstedLibrary, more);
        var edition = await Host.Service<EditionSource>().WaitForAsync(position, default);
        return (id, edition.PathOf(edition.Find(id)!));
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient citizen, Guid id, string score) =>
        citizen.PostAsync("/hvad-synes-du", new FormUrlEncodedContent(new Dictionary<string, string> { ["dato"] = OccurrenceIds.Of(id).ToString(), ["svar"] = score }));

    private static async Task<(int Score, int Answers)[]> TalliesAsync(Guid id) =>
    [
        .. (await Host.Service<AttendanceLedger>().ReadAsync(default)).Feedback
            .Where(tally => tally.OccurrenceId == OccurrenceIds.Of(id)).OrderBy(tally => tally.Score).Select(tally => (tally.Score, tally.Answers)),
    ];
}
