using System.Net;
using System.Net.Sockets;

namespace Hedensted.Testing;

/// <summary>A TCP line between the program and a server that it needs, which can be made slow, thin, silent or broken while it is in use.</summary>
/// <remarks>Point the program at <see cref="Address"/>. What is set holds for the connections that are open and for those to come, unless it is said otherwise.</remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<FaultLine> _lines = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly FaultLine.Faults _faults = new();
    private Socket? _listening;
    private Task _accepting;
    private int _accepted;

    private FaultProxy(IPEndPoint server)
    {
        _server = server;
        _listening = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)_listening.LocalEndPoint!;
        _accepting = AcceptAsync(_listening);
    }

    /// <summary>Where it listens: 127.0.0.1 and a port of its own, the same for as long as it lives.</summary>
    public IPEndPoint Address { get; }

    /// <summary>How many connections were made since the start.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>How many connections are open.</summary>
    public int Open
    {
        get
        {
            lock (_lock)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>How much later each byte arrives, each way. Nothing is held up by it: what is sent together arrives together.</summary>
    public TimeSpan Latency
    {
        get => _faults.Latency;
        set => _faults.Latency = value;
    }

    /// <summary>How many bytes a second pass, on each connection and each way; 0 is as many as come.</summary>
    public int BytesPerSecond
    {
        get => _faults.BytesPerSecond;
        set => _faults.BytesPerSecond = value;
    }

    /// <summary>A line to this server, which need not be there yet.</summary>
    public static FaultProxy To(string host, int port)
    {
        var address = IPAddress.TryParse(host, out var parsed) ? parsed : Dns.GetHostAddresses(host)[0];
        return new FaultProxy(new IPEndPoint(address, port));
    }

    /// <summary>From now on nothing passes, in neither direction, and nobody is told: as behind a firewall that has forgotten the connection.</summary>
    /// <remarks>New connections are accepted and are as silent. At <see cref="Resume"/> what was held back arrives.</remarks>
    public void Stall() => _faults.Stall();

    /// <summary>Lets pass what is held back, and takes new connections again after <see cref="Refuse"/>.</summary>
    public void Resume()
    {
        _faults.Resume();
        lock (_lock)
        {
            if (_listening is null && !_stopping.IsCancellationRequested)
            {
                _listening = Listen(Address);
                _accepting = AcceptAsync(_listening);
            }
        }
    }

    /// <summary>Takes no new connections, as when the server's program is not running; those that are open stay.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _listening?.Dispose();
            _listening = null;
        }
    }

    /// <summary>Breaks every open connection at once, both ends with RST; new ones are taken.</summary>
    public void Reset() => ForEach(line => line.Reset());

    /// <summary>Closes every open connection towards the server, while the program goes on believing in it: no FIN, no RST, no answer. New ones work.</summary>
    public void HalfOpen() => ForEach(line => line.LoseServer());

    /// <summary>Breaks the connection that carries it after this many more bytes of answers, counted over all connections; what came before arrives.</summary>
    public void CutAfter(long bytes) => _faults.CutAfter(bytes);

    /// <summary>Turns over every bit of the byte that comes after this many more bytes of answers, counted over all connections.</summary>
    public void CorruptAfter(long bytes) => _faults.CorruptAfter(bytes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        Refuse();
        Reset();
        await _accepting;
        _stopping.Dispose();
    }

    private static Socket Listen(IPEndPoint at)
    {
        var listening = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listening.Bind(at);
        listening.Listen(512);
        return listening;
    }

    private async Task AcceptAsync(Socket listening)
    {
        try
        {
            while (true)
            {
                var client = await listening.AcceptAsync(_stopping.Token);
                Interlocked.Increment(ref _accepted);
                _ = CarryAsync(client);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            return;
        }
    }

    private async Task CarryAsync(Socket client)
    {
        var line = new FaultLine(client, _faults);
        lock (_lock)
        {
            _lines.Add(line);
        }

        try
        {
            await line.CarryAsync(_server, _stopping.Token);
        }
        finally
        {
            lock (_lock)
            {
                _lines.Remove(line);
            }
        }
    }

    private void ForEach(Action<FaultLine> act)
    {
        FaultLine[] open;
        lock (_lock)
        {
            open = [.. _lines];
        }

        Array.ForEach(open, act);
    }
}
