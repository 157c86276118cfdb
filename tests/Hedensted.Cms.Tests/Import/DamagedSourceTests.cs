using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Content.Changes;
using Hedensted.Testing;
using Microsoft.AspNetCore.Http;
using static Hedensted.Cms.Tests.Import.ImportSite;

namespace Hedensted.Cms.Tests.Import;

/// <summary>A slow, broken or lying source changes nothing, and the report says what is wrong.</summary>
public class DamagedSourceTests
{
    private ImportSite _site = null!;
    private JsonObject _event = null!;
    private ChangePosition _before;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _site = await ImportSite.OpenAsync(("Timeout", "00:00:01.5"), ("MaxBytes", "200000"));
        _event = DplEvents.One("Står her", Day(5));
        await _site.FetchAsync(_event);
        _before = await _site.Host.Service<ChangeFeed>().HeadAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _site.DisposeAsync();

    [TearDown]
    public void Mend() => _site.Source.Instead = null;

    [Test]
    public Task A_failure() => ChangesNothingAsync(context => Answer(context, "{}", status: 500), "fejl 500");

    [Test]
    public Task A_page_in_place_of_events() => ChangesNothingAsync(context => Answer(context, "<h1>Vi er snart tilbage</h1>", "text/html"), "text/html", "vedligeholdelse");

    [Test]
    public Task An_answer_that_is_cut_off() => ChangesNothingAsync(context => Answer(context, Good()[..^40]), "afkortet eller beskadiget");

    [Test]
    public Task A_connection_that_breaks() => ChangesNothingAsync(
        async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 5_000;
            await context.Response.WriteAsync(Good()[..30]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        "blev afbrudt");

    [Test]
    public Task A_body_that_never_ends() => ChangesNothingAsync(
        async context =>
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        },
        "1,5 sekunder");

    [Test]
    public Task A_gigantic_body() => ChangesNothingAsync(context => Answer(context, $"[{new string(' ', 300_000)}]"), "mere end 200000 byte", "MaxBytes");

    [Test]
    public Task A_body_that_swells_when_it_is_unpacked() => ChangesNothingAsync(
        async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(Encoding.UTF8.GetBytes($"[{new string(' ', 5_000_000)}]"));
        },
        "mere end 200000 byte");

    [TestCase("https://ondt.example/api/v1/events")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("/api/v1/events?_format=json&from_date=2020-01-01")]
    public async Task A_pointer_elsewhere(string to)
    {
        var asked = _site.Source.Asked.Count;
        await ChangesNothingAsync(
            context =>
            {
                context.Response.Redirect(to);
                return Task.CompletedTask;
            },
            "henviser til en anden adresse");
        Assert.That(_site.Source.Asked, Has.Count.EqualTo(asked + 1), "it is not followed");
    }

    [TestCase("{}", "ikke en liste")]
    [TestCase("[[]]", "anden form")]
    [TestCase("[1]", "anden form")]
    [TestCase("[{}]", "mangler «uuid»")]
    [TestCase("""[{"uuid":"../../etc"}]""", "er ikke et uuid")]
    [TestCase("""[{"uuid":1}]""", "er ikke en tekst")]
    [TestCase("""[{"uuid":"1\ud800"}]""", "læsbar tekst")]
    [TestCase("""[{"uuid":"a","uuid":"b"}]""", "beskadiget")]
    public Task Another_shape(string body, string told) => ChangesNothingAsync(context => Answer(context, body), told);

    [TestCase("title", "5", "er ikke en tekst")]
    [TestCase("title", "\" \\u0007 \"", "er tom")]
    [TestCase("url", "\"javascript:alert(1)\"", "er ikke en hel webadresse")]
    [TestCase("state", "3", "er ikke en tekst")]
    [TestCase("all_day", "\"ja\"", "hverken sand eller falsk")]
    [TestCase("date_time", "\"i morgen\"", "anden form")]
    [TestCase("date_time", """{"start":"2027-01-01T10:00:00","end":"2027-01-01T11:00:00"}""", "tidspunkt med tidszone")]
    [TestCase("date_time", """{"start":"9999-01-01T10:00:00Z","end":"9999-01-01T11:00:00Z"}""", "tidspunkt med tidszone")]
    [TestCase("date_time", """{"start":"2027-01-02T10:00:00Z","end":"2027-01-01T11:00:00Z"}""", "slutter, før det begynder")]
    [TestCase("branches", "\"Hedensted\"", "er ikke en liste")]
    [TestCase("ticket_capacity", "-4", "er ikke et tal mellem")]
    [TestCase("ticket_capacity", "4.5", "er ikke et helt tal")]
    [TestCase("ticket_categories", """[{"title":"Voksen","price":{"currency":"DKK","value":"gratis"}}]""", "er ikke et tal mellem")]
    [TestCase("address", """{"zip_code":"8722 Hedensted"}""", "er ikke et tal mellem")]
    [TestCase("series", """{"uuid":"x"}""", "er ikke et uuid")]
    public Task An_event_with_a_member_of_another_kind(string member, string json, string told)
    {
        var wrong = (JsonObject)_event.DeepClone();
        wrong[member] = JsonNode.Parse(json);
        return ChangesNothingAsync(context => Answer(context, $"[{wrong.ToJsonString()}]"), told, member, _event["uuid"]!.GetValue<string>());
    }

    [Test]
    public Task The_same_event_twice() => ChangesNothingAsync(context => Answer(context, $"[{_event.ToJsonString()},{_event.ToJsonString()}]"), "står to gange");

    [Test]
    public Task Nesting_without_end() => ChangesNothingAsync(context => Answer(context, new string('[', 50_000) + new string(']', 50_000)), "beskadiget");

    [Test]
    public Task Nothing_left() => ChangesNothingAsync(context => Answer(context, "[]"), "mangler pludselig 1 af de 1");

    [Test]
    public async Task Nobody_there()
    {
        await using var site = await ImportSite.OpenAsync();
        await site.Source.DisposeAsync();
        Assert.That((await site.FetchAsync()).Problem, Does.Contain("Forbindelsen til 127.0.0.1 mislykkedes"));
    }

    [Test]
    public async Task Hostile_markup_comes_in_clean_and_is_the_same_the_next_time()
    {
        await using var site = await ImportSite.OpenAsync();
        var one = DplEvents.One("<script>alert(1)</script>\u202Etxt", Day(5));
        one["body"] = """
            <svg><style><img src=x onerror=alert(1)></style></svg><p style="position:fixed">Hej<iframe src="//ondt.example"></iframe>
            <a href="java&#10;script:alert(1)">her</a><a href="//ondt.example/x">der</a></p><math><mtext></p><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
            """;
        await site.FetchAsync(one);
        var said = (await site.DocumentAsync(one)).Published;
        Assert.Multiple(() =>
        {
            Assert.That(Value(said, "description"), Does.Not.Contain("onerror=alert(1)>").And.Not.Contain("<iframe").And.Not.Contain("<style").And.Not.Contain("javascript").And.Not.Contain("//ondt"));
            Assert.That(Value(said, "title"), Is.EqualTo("\"<script>alert(1)</script>txt\""), "a title is plain text, and is escaped wherever it is shown");
        });
        Assert.That((await site.FetchAsync()).Changes, Is.Zero);
    }

    private string Good() => $"[{_event.ToJsonString()}]";

    private static Task Answer(HttpContext context, string body, string type = "application/json", int status = (int)HttpStatusCode.OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    private async Task ChangesNothingAsync(Func<HttpContext, Task> instead, params string[] told)
    {
        _site.Source.Instead = instead;
        var report = await _site.FetchAsync();
        Assert.Multiple(() =>
        {
            Assert.That(report.Entries, Is.Empty);
            foreach (var word in told)
            {
                Assert.That(report.Problem, Does.Contain(word));
            }
        });
        Assert.That(await _site.Host.Service<ChangeFeed>().HeadAsync(CancellationToken.None), Is.EqualTo(_before));
        Assert.That(await _site.Import.QuestionsAsync(CancellationToken.None), Is.Empty);
        var run = (await _site.Import.RunsAsync(1, CancellationToken.None)).Single();
        Assert.That((run.Succeeded, Bibliotek.Import.DplImport.ReportOf(run).Problem), Is.EqualTo((false, report.Problem)));
    }
}
