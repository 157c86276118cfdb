using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Hedensted.Testing;

/// <summary>One connection through a <see cref="FaultProxy"/>.</summary>
internal sealed class FaultLine(Socket client, FaultLine.Faults faults)
{
    private const int Chunk = 16 * 1024;

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _serverLost;

    /// <summary>Carries bytes until one end closes, or it is broken.</summary>
    public async Task CarryAsync(IPEndPoint server, CancellationToken cancellationToken)
    {
        client.NoDelay = true;
        try
        {
            await faults.PassageAsync(cancellationToken);
            await _server.ConnectAsync(server, cancellationToken);
            var carried = Task.WhenAll(
                PumpAsync(client, _server, answers: false, cancellationToken),
                PumpAsync(_server, client, answers: true, cancellationToken));
            await await Task.WhenAny(carried, _broken.Task).WaitAsync(cancellationToken);
        }
        catch (Exception closed) when (closed is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Reset();
        }
        finally
        {
            client.Dispose();
            _server.Dispose();
        }
    }

    /// <summary>Closes both ends with RST.</summary>
    public void Reset()
    {
        Break(client);
        Break(_server);
        _broken.TrySetResult();
    }

    /// <summary>Closes the end at the server and keeps the other one, in silence.</summary>
    public void LoseServer()
    {
        _serverLost = true;
        Break(_server);
    }

    private static void Break(Socket socket)
    {
        try
        {
            // Closed without lingering, a socket says RST instead of FIN.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return;
        }

        socket.Dispose();
    }

    // What is read waits in a queue until its time: a late line is as wide as a quick one.
    private async Task PumpAsync(Socket from, Socket to, bool answers, CancellationToken cancellationToken)
    {
        var under = Channel.CreateBounded<(long Due, byte[] Bytes)>(64);
        var reading = ReadAsync(from, under.Writer, cancellationToken);
        try
        {
            await foreach (var (due, bytes) in under.Reader.ReadAllAsync(cancellationToken))
            {
                await WaitUntilAsync(due, cancellationToken);
                await faults.PassageAsync(cancellationToken);
                await PassAsync(to, bytes, answers, cancellationToken);
            }

            await reading;
            if (!_serverLost)
            {
                to.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception closed) when (_serverLost && closed is SocketException or ObjectDisposedException)
        {
            await SwallowAsync(under.Reader); // the program keeps its end until it gives up by itself
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            Reset();
        }
    }

    private static async Task SwallowAsync(ChannelReader<(long Due, byte[] Bytes)> under)
    {
        try
        {
            while (await under.WaitToReadAsync())
            {
                under.TryRead(out _);
            }
        }
        catch (Exception closed) when (closed is SocketException or OperationCanceledException)
        {
            return;
        }
    }

    private async Task ReadAsync(Socket from, ChannelWriter<(long Due, byte[] Bytes)> under, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[Chunk];
            while (await from.ReceiveAsync(buffer, cancellationToken) is var read and > 0)
            {
                await under.WriteAsync((TimeProvider.System.GetTimestamp() + Ticks(faults.Latency), buffer[..read]), cancellationToken);
            }

            under.Complete();
        }
        catch (Exception failure)
        {
            under.Complete(failure is OperationCanceledException ? failure : new SocketException((int)SocketError.ConnectionReset));
        }
    }

    private async Task PassAsync(Socket to, byte[] bytes, bool answers, CancellationToken cancellationToken)
    {
        var whole = !answers || faults.Spoil(ref bytes);
        for (var at = 0; at < bytes.Length;)
        {
            var rate = faults.BytesPerSecond;
            var step = rate == 0 ? bytes.Length - at : Math.Min(bytes.Length - at, Math.Max(1, rate / 20));
            at += await to.SendAsync(bytes.AsMemory(at, step), cancellationToken);
            if (rate > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)step / rate), TimeProvider.System, cancellationToken);
            }
        }

        if (!whole)
        {
            Reset();
        }
    }

    private static async Task WaitUntilAsync(long due, CancellationToken cancellationToken)
    {
        var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), due);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, TimeProvider.System, cancellationToken);
        }
    }

    private static long Ticks(TimeSpan latency) => (long)(latency.TotalSeconds * TimeProvider.System.TimestampFrequency);

    /// <summary>What is wrong with the line; shared by the connections of a proxy.</summary>
    internal sealed class Faults
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource? _stalled;
        private long? _cut;
        private long? _corrupt;

        public TimeSpan Latency { get; set; }

        public int BytesPerSecond { get; set; }

        public void Stall()
        {
            lock (_lock)
            {
                _stalled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public void Resume()
        {
            lock (_lock)
            {
                _stalled?.TrySetResult();
                _stalled = null;
            }
        }

        public void CutAfter(long bytes)
        {
            lock (_lock)
            {
                _cut = bytes;
            }
        }

        public void CorruptAfter(long bytes)
        {
            lock (_lock)
            {
                _corrupt = bytes;
            }
        }

        /// <summary>Returns when bytes may pass.</summary>
        public Task PassageAsync(CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                return _stalled is { } stalled ? stalled.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
            }
        }

        /// <summary>Spoils or shortens these bytes of an answer when it is their turn.</summary>
        /// <returns>Whether the connection may live on after them.</returns>
        public bool Spoil(ref byte[] bytes)
        {
            lock (_lock)
            {
                if (_corrupt is { } corrupt)
                {
                    _corrupt = corrupt < bytes.Length ? null : corrupt - bytes.Length;
                    if (corrupt < bytes.Length)
                    {
                        bytes[corrupt] ^= 0xff;
                    }
                }

                if (_cut is not { } cut)
                {
                    return true;
                }

                _cut = cut <= bytes.Length ? null : cut - bytes.Length;
                if (cut <= bytes.Length)
                {
                    bytes = bytes[..(int)cut];
                    return false;
                }

                return true;
            }
        }
    }
}
