using System.Diagnostics;
using System.Net;
using Hedensted.GraphQL.Caching.Redis;
using Hedensted.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hedensted.Cms.Tests.Operations.Redis;

/// <summary>Whatever becomes of Redis: nobody waits for it, nobody fails because of it, and it is used again when it is back.</summary>
public class RedisStoreTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly byte[] Value = [.. Enumerable.Range(0, 4_000).Select(number => (byte)number)];

    private RedisServer _redis = null!;
    private FaultProxy _line = null!;
    private RedisStore _store = null!;

    [SetUp]
    public async Task Start()
    {
        if (RedisServer.Missing() is { } sentence)
        {
            Assert.Ignore(sentence);
        }

        _redis = await RedisServer.StartAsync();
        _line = FaultProxy.To(IPAddress.Loopback.ToString(), _redis.Port);
        _store = Store(_line.Address.ToString());
    }

    [TearDown]
    public async Task Stop()
    {
        if (_store is not null)
        {
            _store.Dispose();
            await _line.DisposeAsync();
            await _redis.DisposeAsync();
        }
    }

    [Test]
    public async Task What_is_put_is_there_until_it_is_taken_away()
    {
        await PutAsync("a");
        var first = await UntilAsync(() => _store.TryMarkAsync("t", Life), taken => taken is not null);
        var (second, nothing) = (await _store.TryMarkAsync("t", Life), await _store.GetAsync("no such key"));
        _store.Remove("a");

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.True);
            Assert.That(second, Is.False);
            Assert.That(nothing, Is.Null);
        });
        await UntilAsync(() => _store.GetAsync("a"), value => value is null);
        Assert.That(await _redis.SendAsync("PTTL", "t"), Does.Match("^:[1-9][0-9]+"), "every key ends by itself");
    }

    [Test]
    public async Task One_that_stands_still_is_left_alone_and_used_again()
    {
        await PutAsync("a");
        _redis.Freeze();

        await LeftAloneAsync();
        _redis.GoOn();

        await BackAsync();
    }

    [Test]
    public async Task One_that_is_killed_and_started_again_is_used_again()
    {
        await PutAsync("a");
        _redis.Kill();

        await LeftAloneAsync();
        await _redis.StartAgainAsync();

        await BackAsync();
    }

    [Test]
    public async Task One_that_is_not_there_at_the_start_is_used_when_it_comes()
    {
        _redis.Kill();
        await LeftAloneAsync();
        await _redis.StartAgainAsync();

        await BackAsync();
    }

    [Test]
    public async Task A_line_that_has_died_without_a_word_is_made_anew()
    {
        await PutAsync("a");
        _line.HalfOpen();

        await LeftAloneAsync();

        await BackAsync();
    }

    [Test]
    public async Task A_line_that_holds_everything_back_for_a_while_is_used_again()
    {
        await PutAsync("a");
        _line.Stall();
        await LeftAloneAsync();
        _line.Resume();

        await BackAsync();
    }

    [Test]
    public async Task A_slow_one_answers_nobody()
    {
        await PutAsync("a");
        _line.Latency = TimeSpan.FromMilliseconds(200);
        await LeftAloneAsync();
        _line.Latency = TimeSpan.Zero;

        await BackAsync();
    }

    [Test]
    public async Task One_that_takes_longer_to_connect_to_than_to_ask_is_used()
    {
        using var store = new RedisStore(RedisAddress.Read(_line.Address.ToString()), TimeSpan.FromMilliseconds(100), TimeProvider.System, NullLogger<RedisStore>.Instance);
        _line.Latency = TimeSpan.FromMilliseconds(30); // there and back within the budget; what a connection begins with is several times that

        await PutAsync(store, "a");
    }

    [Test]
    public async Task An_answer_that_is_cut_off_is_none()
    {
        await PutAsync("a");
        for (var bytes = 1; bytes < 4_200; bytes += 700)
        {
            _line.CutAfter(bytes);
            Assert.That(await _store.GetAsync("a"), Is.Null.Or.EqualTo(Value), $"cut after {bytes} bytes");
            await UntilAsync(() => _store.GetAsync("a"), value => value is not null);
        }
    }

    [Test]
    public async Task What_no_longer_speaks_the_protocol_is_hung_up_on()
    {
        await PutAsync("a");
        for (var bytes = 0; bytes < 6; bytes++)
        {
            _line.CorruptAfter(bytes);
            await _store.GetAsync("a");
            await BackAsync();
        }
    }

    [Test]
    public async Task One_that_wants_another_password_gives_nothing_and_stops_nobody()
    {
        await using var locked = await RedisServer.StartAsync("--requirepass", "hemmelig");
        using var store = Store($"127.0.0.1:{locked.Port},password=forkert");
        using var right = Store($"127.0.0.1:{locked.Port},password=hemmelig");

        store.Put("a", Value, Life);

        Assert.That(await store.GetAsync("a"), Is.Null);
        await PutAsync(right, "a");
    }

    [Test]
    public async Task Over_TLS_it_is_asked_when_its_certificate_is_trusted_and_never_otherwise()
    {
        var port = CmsProcess.FreePort();
        var files = Certificate();
        await using var encrypted = await RedisServer.StartAsync(["--tls-port", $"{port}", "--tls-auth-clients", "no", .. files]);
        var address = $"127.0.0.1:{port},ssl=true,sslHost=localhost";
        using var store = Store($"{address},certificateAuthority={files[1]}");
        using var stranger = Store(address);

        await PutAsync(store, "a");

        await LeftAloneAsync(stranger);
        Assert.That(await stranger.GetAsync("a"), Is.Null);
    }

    [Test]
    public async Task One_that_is_full_gives_what_it_has()
    {
        await using var small = await RedisServer.StartAsync("--maxmemory", "2mb", "--maxmemory-policy", "noeviction");
        using var store = Store($"127.0.0.1:{small.Port}");
        await PutAsync(store, "first");
        for (var number = 0; number < 700; number++)
        {
            store.Put($"k{number}", Value, Life);
        }

        Assert.That(await UntilAsync(() => store.GetAsync("first"), value => value is not null), Is.EqualTo(Value));
    }

    [Test]
    public async Task Nothing_piles_up_while_it_stands_still()
    {
        await PutAsync("a");
        _redis.Freeze();
        var before = Process.GetCurrentProcess().Threads.Count;
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(number => _store.GetAsync($"k{number}").AsTask()));
        }

        TestContext.Out.WriteLine($"threads {before} → {Process.GetCurrentProcess().Threads.Count}, under way {_store.UnderWay}");
        Assert.That(_store.UnderWay, Is.LessThanOrEqualTo(512));
        _redis.GoOn();
        await BackAsync();
    }

    [Test]
    public async Task A_reply_in_time_counts_although_nobody_had_time_to_hear_it()
    {
        using var store = Store($"127.0.0.1:{_redis.Port}"); // past the line with faults, which needs the threads that are taken here
        await PutAsync(store, "a");
        using var busy = new ManualResetEventSlim();
        var readers = Enumerable.Range(0, Environment.ProcessorCount * 8).Select(_ => Task.Run(busy.Wait)).ToList();
        var asked = Stopwatch.GetTimestamp();

        var asking = store.GetAsync("a").AsTask();
        SpinWait.SpinUntil(() => store.UnderWay == 0 && Stopwatch.GetElapsedTime(asked) > 3 * Budget);
        busy.Set();
        await Task.WhenAll(readers);

        Assert.That(await asking is { } reply && reply.SequenceEqual(Value), Is.True);
        Assert.That(store.IsUp, Is.True);
    }

    private static RedisStore Store(string address) => new(RedisAddress.Read(address), Budget, TimeProvider.System, NullLogger<RedisStore>.Instance);

    // One that nobody has vouched for, and what Redis is told of it.
    private static string[] Certificate()
    {
        var (shown, kept) = OwnCertificate.Make();
        return ["--tls-cert-file", shown, "--tls-key-file", kept, "--tls-ca-cert-file", shown];
    }

    // Put until it is there: the connection may not be, the first time.
    private static async Task PutAsync(RedisStore store, string key) => await UntilAsync(
        async () =>
        {
            store.Put(key, Value, Life);
            return await store.GetAsync(key);
        },
        value => value is not null && value.SequenceEqual(Value));

    private Task PutAsync(string key) => PutAsync(_store, key);

    private Task LeftAloneAsync() => LeftAloneAsync(_store);

    private static async Task LeftAloneAsync(RedisStore store) => await UntilAsync(
        async () =>
        {
            Assert.That(await store.GetAsync("a"), Is.Null.Or.EqualTo(Value));
            return store.IsUp;
        },
        isUp => !isUp);

    private Task BackAsync() => PutAsync("a");

    private static async Task<T> UntilAsync<T>(Func<ValueTask<T>> ask, Predicate<T> enough)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
