using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>The line that other tests break: what it does to bytes, as whoever sends them sees it.</summary>
public class FaultProxyTests
{
    private CancellationTokenSource _giveUp = null!;
    private Socket _echo = null!;
    private FaultProxy _line = null!;

    [SetUp]
    public void Start()
    {
        _giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        _echo = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _echo.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _echo.Listen();
        _ = ServeAsync(_echo);
        _line = FaultProxy.To("127.0.0.1", ((IPEndPoint)_echo.LocalEndPoint!).Port);
    }

    [TearDown]
    public async Task Stop()
    {
        await _line.DisposeAsync();
        _echo.Dispose();
        _giveUp.Dispose();
    }

    [Test]
    public async Task What_is_sent_arrives_as_it_is()
    {
        using var client = await ConnectAsync();
        var sent = new byte[1_000_000];
        Random.Shared.NextBytes(sent);

        var receiving = ReceiveAsync(client, sent.Length);
        await client.SendAsync(sent, _giveUp.Token);

        Assert.That(await receiving, Is.EqualTo(sent));
        Assert.That((_line.Accepted, _line.Open), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Late_bytes_are_late_and_do_not_hold_each_other_up()
    {
        using var client = await ConnectAsync();
        _line.Latency = TimeSpan.FromMilliseconds(100);
        var began = Stopwatch.GetTimestamp();
        for (var at = 0; at < 10; at++)
        {
            await client.SendAsync(new byte[] { (byte)at }, _giveUp.Token);
        }

        Assert.That(await ReceiveAsync(client, 10), Is.EqualTo(Enumerable.Range(0, 10)));
        Assert.That(Stopwatch.GetElapsedTime(began), Is.InRange(TimeSpan.FromMilliseconds(190), TimeSpan.FromSeconds(1.9)), "100 ms each way; one after the other it would be 2 s");
    }

    [Test]
    public async Task A_thin_line_lets_so_many_bytes_through_in_a_second()
    {
        using var client = await ConnectAsync();
        _line.BytesPerSecond = 20_000;
        var began = Stopwatch.GetTimestamp();
        await client.SendAsync(new byte[4_000], _giveUp.Token);

        await ReceiveAsync(client, 4_000);

        Assert.That(Stopwatch.GetElapsedTime(began), Is.GreaterThan(TimeSpan.FromMilliseconds(150)));
    }

    [Test]
    public async Task A_stalled_line_says_nothing_to_old_and_new_connections_and_delivers_later()
    {
        using var client = await ConnectAsync();
        _line.Stall();
        using var other = await ConnectAsync();
        await client.SendAsync(new byte[] { 1 }, _giveUp.Token);
        await other.SendAsync(new byte[] { 2 }, _giveUp.Token);
        var answers = new[] { ReceiveAsync(client, 1), ReceiveAsync(other, 1) };

        await Task.WhenAny(answers.Append<Task>(Task.Delay(200)));
        Assert.That(answers.Any(answer => answer.IsCompleted), Is.False);

        _line.Resume();
        Assert.That(await Task.WhenAll(answers), Is.EqualTo(new[] { new byte[] { 1 }, [2] }));
    }

    [Test]
    public async Task A_broken_line_is_told_to_both_ends_and_the_next_one_works()
    {
        using var client = await ConnectAsync();
        await EchoAsync(client, 1);

        _line.Reset();

        Assert.That(() => ReceiveAsync(client, 1), Throws.InstanceOf<SocketException>());
        using var next = await ConnectAsync();
        await EchoAsync(next, 2);
    }

    [Test]
    public async Task A_server_that_is_not_there_refuses_until_it_is()
    {
        using var client = await ConnectAsync();
        await EchoAsync(client, 1);
        _line.Refuse();

        Assert.That(ConnectAsync, Throws.InstanceOf<SocketException>());
        await EchoAsync(client, 2);

        _line.Resume();
        using var next = await ConnectAsync();
        await EchoAsync(next, 3);
    }

    [Test]
    public async Task A_half_open_line_neither_answers_nor_ends()
    {
        using var client = await ConnectAsync();
        await EchoAsync(client, 1);

        _line.HalfOpen();
        await client.SendAsync(new byte[] { 2 }, _giveUp.Token);
        var answer = ReceiveAsync(client, 1);
        await Task.WhenAny(answer, Task.Delay(200));

        Assert.That(answer.IsCompleted, Is.False);
        using var next = await ConnectAsync();
        await EchoAsync(next, 3);
    }

    [Test]
    public async Task A_line_is_cut_in_the_middle_of_an_answer()
    {
        using var client = await ConnectAsync();
        _line.CutAfter(3);
        await client.SendAsync(new byte[] { 1, 2, 3, 4, 5 }, _giveUp.Token);

        Assert.That(await ReceiveAsync(client, 3), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(() => ReceiveAsync(client, 1), Throws.InstanceOf<SocketException>());
        using var next = await ConnectAsync();
        await EchoAsync(next, 6);
    }

    [Test]
    public async Task One_byte_of_an_answer_is_spoiled()
    {
        using var client = await ConnectAsync();
        _line.CorruptAfter(2);
        await client.SendAsync(new byte[] { 1, 2, 3, 4 }, _giveUp.Token);

        Assert.That(await ReceiveAsync(client, 4), Is.EqualTo(new byte[] { 1, 2, 0xfc, 4 }));
    }

    private static async Task ServeAsync(Socket listening)
    {
        try
        {
            while (true)
            {
                _ = EchoAsync(await listening.AcceptAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private static async Task EchoAsync(Socket peer)
    {
        using (peer)
        {
            try
            {
                var buffer = new byte[4096];
                while (await peer.ReceiveAsync(buffer) is var read and > 0)
                {
                    await peer.SendAsync(buffer.AsMemory(0, read));
                }
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await client.ConnectAsync(_line.Address, _giveUp.Token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task EchoAsync(Socket client, byte value)
    {
        await client.SendAsync(new[] { value }, _giveUp.Token);
        Assert.That(await ReceiveAsync(client, 1), Is.EqualTo(new[] { value }));
    }

    private async Task<byte[]> ReceiveAsync(Socket client, int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            var read = await client.ReceiveAsync(bytes.AsMemory(at), _giveUp.Token);
            at += read > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
        }

        return bytes;
    }
}
