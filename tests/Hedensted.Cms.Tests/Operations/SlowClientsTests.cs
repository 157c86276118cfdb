using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>Clients that take a connection and neither ask to the end nor take what they asked for, by mistake or by malice.</summary>
public class SlowClientsTests
{
    private const int Many = 300;
    private const int SmallBuffer = 4_096;
    private const int AtOnce = 100;
    private const int Crowd = 5_000;

    [Test]
    public async Task Who_does_not_ask_to_the_end_is_hung_up_on_and_nobody_else_notices()
    {
        await using var cms = await CmsProcess.StartAsync(settings: [("Hedensted:GraphQL:Budget:UnitsPerSecond", "0")]); // all have one address
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = cms.Address }, 2, "/graphql?query=%7B__typename%7D", "/", "/arrangementer");
        await readers.MoreAsync(300);

        var head = $"Host: {cms.Address.Authority}\r\n";
        var asking = await ManyAsync(cms.Address, $"GET / HTTP/1.1\r\n{head}X-More: ");
        var sending = await ManyAsync(cms.Address, $"POST /graphql HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{");
        var silent = await ManyAsync(cms.Address, "");
        await readers.MoreAsync(600);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Task.WhenAll(asking.Concat(sending).Select(client => HungUpAsync(client, patience.Token)));

        await readers.MoreAsync(300);
        await readers.DisposeAsync();
        Array.ForEach([.. asking, .. sending, .. silent], client => client.Dispose());
        TestContext.Out.WriteLine($"{readers.Answered} answers beside {3 * Many} slow clients");
        Assert.That(readers.Failures, Is.Empty);
    }

    [Test]
    public async Task Five_thousand_who_say_nothing_cost_little_and_nobody_else_notices()
    {
        await using var cms = await CmsProcess.StartAsync(settings: [("Hedensted:GraphQL:Budget:UnitsPerSecond", "0")]); // all have one address
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = cms.Address }, 2, "/graphql?query=%7B__typename%7D", "/", "/arrangementer");
        await readers.MoreAsync(1_000);
        using var server = Process.GetProcessById(cms.Id);
        var (before, alone) = (server.WorkingSet64, await PaceAsync(readers));

        var silent = await ManyAsync(cms.Address, "", Crowd);
        var beside = await PaceAsync(readers);
        server.Refresh();
        var cost = server.WorkingSet64 - before;

        // Those who come after them are let in, too.
        using var late = new HttpClient { BaseAddress = cms.Address };
        using var answer = await late.GetAsync("/");
        await readers.DisposeAsync();
        var left = silent.Count(client => !client.Poll(0, SelectMode.SelectRead));
        Array.ForEach(silent, client => client.Dispose());
        TestContext.Out.WriteLine($"{beside:0} answers a second beside {left} silent clients, {alone:0} without; they took {cost / 1e6:0} MB");
        Assert.Multiple(() =>
        {
            Assert.That(left, Is.EqualTo(Crowd), "they are there");
            Assert.That(cost, Is.LessThan(150_000_000));
            Assert.That(answer.IsSuccessStatusCode, Is.True);
            Assert.That(readers.Failures, Is.Empty);
        });
    }

    /// <summary>A hundred pages asked for at once, again and again: what waits for those who take none of it must not be what the server made it with.</summary>
    [Test]
    public async Task Who_takes_nothing_is_hung_up_on_and_costs_little_and_who_takes_little_gets_all()
    {
        await using var cms = await CmsProcess.StartAsync();
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = cms.Address }, 2, "/", "/dialogmoeder", "/embed", "/skaerm/hedensted");
        await readers.MoreAsync(600);

        using var server = Process.GetProcessById(cms.Id);
        var (before, most) = (server.WorkingSet64, 0L);
        var watch = Stopwatch.StartNew();
        var question = $"GET / HTTP/1.1\r\nHost: {cms.Address.Authority}\r\n";
        using var slow = (await ManyAsync(cms.Address, string.Concat(Enumerable.Repeat($"{question}\r\n", AtOnce - 1)) + $"{question}Connection: close\r\n\r\n", 1))[0];
        var taking = await ManyAsync(cms.Address, string.Concat(Enumerable.Repeat($"{question}\r\n", AtOnce)));
        var taken = new StringBuilder();
        var bytes = new byte[SmallBuffer / 2];

        // Slower than they are hung up on, so that it is known to have outlasted them; the rest at once.
        while (taking.Any(client => !client.Poll(0, SelectMode.SelectError)))
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)), "some are still connected");
            server.Refresh();
            most = Math.Max(most, server.WorkingSet64);
            await TakeAsync(slow, bytes, taken);
            await Task.Delay(100);
        }

        TestContext.Out.WriteLine($"{Many} were hung up on after {watch.Elapsed.TotalSeconds:0} s and took {(most - before) / 1e6:0} MB; {taken.Length} bytes were taken beside them, and {readers.Answered} answers given");
        while (await TakeAsync(slow, bytes, taken))
        {
            // all that was asked for
        }

        await readers.MoreAsync(100);
        await readers.DisposeAsync();
        Array.ForEach(taking, client => client.Dispose());
        Assert.Multiple(() =>
        {
            Assert.That(taken.ToString().Split("HTTP/1.1 200 OK\r\n"), Has.Length.EqualTo(AtOnce + 1));
            Assert.That(taken.ToString().Split("</html>"), Has.Length.EqualTo(AtOnce + 1));
            Assert.That(most - before, Is.LessThan(300_000_000));
            Assert.That(readers.Failures, Is.Empty);
            Assert.That(cms.Output, Does.Not.Contain("\"Error\"").And.Not.Contain("fail:"), "a client that takes nothing is no fault of ours");
        });
    }

    // How many answers a second; printed, for what it is depends on the machine.
    private static async Task<double> PaceAsync(Readers readers)
    {
        var (answered, watch) = (readers.Answered, Stopwatch.StartNew());
        await readers.MoreAsync(2_000);
        return (readers.Answered - answered) / watch.Elapsed.TotalSeconds;
    }

    private static async Task<bool> TakeAsync(Socket client, byte[] into, StringBuilder taken)
    {
        var length = await client.ReceiveAsync(into);
        taken.Append(Encoding.Latin1.GetString(into, 0, length));
        return length > 0;
    }

    private static async Task<Socket[]> ManyAsync(Uri address, string said, int count = Many)
    {
        var clients = new Socket[count];
        for (var at = 0; at < clients.Length; at++)
        {
            clients[at] = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SmallBuffer };
            await clients[at].ConnectAsync(address.Host, address.Port);
            await clients[at].SendAsync(Encoding.ASCII.GetBytes(said));
        }

        return clients;
    }

    private static async Task HungUpAsync(Socket client, CancellationToken cancellationToken)
    {
        var said = new byte[SmallBuffer];
        try
        {
            while (await client.ReceiveAsync(said, cancellationToken) > 0)
            {
                // 408, and why
            }
        }
        catch (SocketException)
        {
            // hung up on without a word
        }
    }
}
