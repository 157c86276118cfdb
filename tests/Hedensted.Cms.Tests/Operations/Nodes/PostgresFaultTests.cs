using System.Diagnostics;
using System.Net;
using Hedensted.Testing;
using Npgsql;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>What readers and editors meet when PostgreSQL, or the line to it, is out of order: the first are answered, the second are told within five seconds.</summary>
public class PostgresFaultTests
{
    private static readonly TimeSpan NeverLonger = TimeSpan.FromSeconds(5);

    private PostgresSite _database = null!;
    private CmsProcess _cms = null!;
    private CmsProcess _delivery = null!;
    private BackofficeSession _editor = null!;
    private HttpClient _reader = null!;
    private Guid _draft;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (PostgresSite.Missing() is { } missing)
        {
            Assert.Ignore(missing);
        }

        _database = await PostgresSite.CreateAsync();
        _cms = await CmsProcess.StartAsync(null, _database.Settings(("Hedensted:Role", "Cms"), ("Hedensted:NodeName", "cms"), ("Hedensted:Drain", "00:00:00")));
        _delivery = await CmsProcess.StartAsync(null, _database.Settings(("Hedensted:Role", "Delivery"), ("Hedensted:NodeName", "levering")));
        _editor = await BackofficeSession.SignInAsync(_cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        _reader = new HttpClient { BaseAddress = _delivery.Address };
        _draft = await _editor.DraftEventAsync("Den første", Soon);
        await Waiting.UntilAsync(async () => (await AskAsync("/health/ready")).Status == HttpStatusCode.OK);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _editor?.Dispose();
        _reader?.Dispose();
        foreach (var part in new IAsyncDisposable?[] { _cms, _delivery, _database })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task A_listening_line_that_dies_in_silence_is_made_up_for_by_looking_and_made_again()
    {
        var accepted = _database.Listening.Accepted;
        _database.Listening.HalfOpen();

        var (_, position) = await _editor.PublishEventWithoutWaitingAsync("Uden besked", Soon);
        var began = Stopwatch.GetTimestamp();
        await Waiting.UntilAsync(async () => (await AskAsync("/graphql?query=%7B__typename%7D")).Position >= position);

        TestContext.Out.WriteLine($"Seen after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s without a notification");
        Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(NeverLonger));
        await Waiting.UntilAsync(() => _database.Listening.Accepted >= accepted + 2);
    }

    [Test]
    public async Task When_every_connection_is_ended_nobody_who_reads_notices_and_writing_goes_on()
    {
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = _delivery.Address }, 2, "/graphql?query=%7B__typename%7D", "/");
        await readers.MoreAsync(20);

        await _database.TerminateAsync();
        await WrittenAgainAsync();

        await readers.DisposeAsync();
        Assert.That(readers.Failures, Is.Empty);
    }

    [Test]
    public async Task A_database_that_may_only_be_read_is_told_to_who_writes()
    {
        await _database.DoAsync("ALTER DATABASE {0} SET default_transaction_read_only = on");
        await _database.TerminateAsync();
        await RefusedAsync();
        await ReadAsync();

        await _database.DoAsync("ALTER DATABASE {0} RESET default_transaction_read_only");
        await _database.TerminateAsync();
        await WrittenAgainAsync();
    }

    [Test]
    public async Task A_database_that_takes_no_more_connections_is_told_to_who_writes()
    {
        await _database.DoAsync("ALTER ROLE {0} CONNECTION LIMIT 0");
        await _database.TerminateAsync();
        await RefusedAsync();
        await ReadAsync();

        await _database.DoAsync("ALTER ROLE {0} CONNECTION LIMIT -1");
        await WrittenAgainAsync();
    }

    [Test]
    public async Task Somebody_who_holds_the_lock_holds_up_nobody_for_long()
    {
        await using (var connection = await _database.OpenAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("SELECT * FROM feed_head FOR UPDATE", connection, transaction);
            await hold.ExecuteNonQueryAsync();
            await RefusedAsync();
            await ReadAsync();
        }

        await WrittenAgainAsync();
    }

    [Test]
    public async Task A_line_that_says_nothing_any_more_is_given_up_in_time_and_the_proxy_goes_on_sending_readers()
    {
        _database.Line.Stall();
        _database.Listening.Stall();
        try
        {
            await RefusedAsync();
            await ReadAsync();
            var began = Stopwatch.GetTimestamp();
            Assert.That((await AskAsync("/health/ready")).Status, Is.EqualTo(HttpStatusCode.OK), "it can still be read from");
            Assert.That((await AskAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Stopwatch.GetElapsedTime(began), Is.LessThan(TimeSpan.FromSeconds(3)), "a proxy that waits longer sends nobody");
        }
        finally
        {
            _database.Line.Resume();
            _database.Listening.Resume();
        }

        await WrittenAgainAsync();
    }

    private static DateTime Soon => DanishTime.Today.AddDays(3).AddHours(10);

    private async Task RefusedAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var refused = await _editor.CallAsync(HttpMethod.Put, $"/document/{_draft}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
        var took = Stopwatch.GetElapsedTime(began);
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.Not.Null);
            Assert.That(took, Is.LessThan(NeverLonger));
        });
        TestContext.Out.WriteLine($"Refused after {took.TotalSeconds:0.0} s");
    }

    private async Task ReadAsync()
    {
        foreach (var address in new[] { "/", "/graphql?query=%7B__typename%7D", "/api/v1/events?_format=json", "/feeds/events.ics" })
        {
            Assert.That((await AskAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    private async Task WrittenAgainAsync()
    {
        var began = Stopwatch.GetTimestamp();
        long position = 0;
        await Waiting.UntilAsync(async () =>
        {
            try
            {
                (_, position) = await _editor.PublishEventWithoutWaitingAsync("Igen", Soon);
                return true;
            }
            catch (InvalidOperationException notYet) when (notYet.Message.Contains("503", StringComparison.Ordinal))
            {
                return false;
            }
        });
        var written = Stopwatch.GetElapsedTime(began);
        await Waiting.UntilAsync(async () => (await AskAsync("/graphql?query=%7B__typename%7D")).Position >= position);
        TestContext.Out.WriteLine($"Written after {written.TotalSeconds:0.0} s, read after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }

    private async Task<(HttpStatusCode Status, long Position)> AskAsync(string address)
    {
        using var answer = await _reader.GetAsync(address);
        return (answer.StatusCode, answer.Headers.Contains("Hedensted-Position") ? BackofficeSession.PositionOf(answer) : 0);
    }
}
