using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Hedensted.Cms.Operations;

/// <summary>
/// What was sent and nobody takes: it is small, and whoever takes not one byte of it for half a minute is hung up on. However slowly somebody
/// takes it, they get all of it; who has nothing to take, as a stream between two events, stays.
/// </summary>
/// <remarks>
/// Each connection is looked at, whatever is sent on it. What a client has taken only the system knows, and it is asked on Linux only: what the
/// server has handed to it comes in pieces so large that a slow line takes minutes over one.
/// </remarks>
internal sealed partial class Untaken(TimeProvider time, ILogger<Untaken> logger) : BackgroundService
{
    // Longer than most tunnels; a screen whose line is silent for longer connects anew by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // Beyond what is on its way. The system's own bound is megabytes, and a hundred answers to one who takes none fit in it.
    private const int MostBytes = 128 * 1024;

    private const int Tcp = 6;
    private const int NotSentLowWater = 25; // TCP_NOTSENT_LOWAT
    private const int Info = 11; // TCP_INFO, whose fields stay where they are
    private const int UnackedPackets = 24;
    private const int AckedBytes = 120;
    private const int NotSentBytes = 144;
    private const int InfoBytes = 148;

    private readonly ConcurrentDictionary<ConnectionContext, Taking> _connections = new();

    /// <summary>Has every connection looked at, where the system can be asked.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (OperatingSystem.IsLinux())
        {
            services.AddSingleton<Untaken>().AddHostedService(provider => provider.GetRequiredService<Untaken>());
            services.AddOptions<KestrelServerOptions>().Configure<Untaken>((kestrel, untaken) =>
                kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => untaken.WatchAsync(connection, next))));
        }
    }

    /// <summary>Puts the server's own measure out of force on what is looked at here: it wants a rate, and of what is written to its pipe it counts the head only.</summary>
    /// <remarks>It stays for HTTP/2, where a client can leave one answer and take the next: that the system does not see.</remarks>
    public static void Use(WebApplication app)
    {
        if (OperatingSystem.IsLinux())
        {
            app.Use((context, next) =>
            {
                if (context.Features.Get<Taking>() is not null)
                {
                    context.Features.Get<IHttpMinResponseDataRateFeature>()?.MinDataRate = null;
                }

                return next(context);
            });
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var hungUpOn = 0;
            foreach (var (connection, taking) in _connections)
            {
                if (taking.StillFor(time) >= Patience && _connections.TryRemove(connection, out _))
                {
                    connection.Abort(new ConnectionAbortedException("The client took nothing of what was sent."));
                    hungUpOn++;
                }
            }

            if (hungUpOn > 0)
            {
                Log.HungUp(logger, hungUpOn, Patience);
            }
        }
    }

    private async Task WatchAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is not { ProtocolType: ProtocolType.Tcp } socket || !Bound(socket))
        {
            await next(connection);
            return;
        }

        var taking = new Taking(socket);
        connection.Features.Set(taking);
        _connections[connection] = taking;
        try
        {
            await next(connection);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }

    private static bool Bound(Socket socket)
    {
        try
        {
            socket.SetRawSocketOption(Tcp, NotSentLowWater, BitConverter.GetBytes(MostBytes));
            return true;
        }
        catch (SocketException)
        {
            return false; // gone already, or a system that is Linux in name
        }
    }

    /// <summary>How far one client has come.</summary>
    private sealed class Taking(Socket socket)
    {
        private ulong _acked;
        private long? _since;

        /// <summary>How long something has waited of which nothing was taken.</summary>
        public TimeSpan StillFor(TimeProvider time)
        {
            Span<byte> info = stackalloc byte[InfoBytes];
            try
            {
                if (socket.GetRawSocketOption(Tcp, Info, info) < InfoBytes)
                {
                    return TimeSpan.Zero;
                }
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                return TimeSpan.Zero;
            }

            var acked = BitConverter.ToUInt64(info[AckedBytes..]);
            var waits = BitConverter.ToUInt32(info[UnackedPackets..]) > 0 || BitConverter.ToUInt32(info[NotSentBytes..]) > 0;
            if (!waits || acked != _acked)
            {
                (_acked, _since) = (acked, null);
            }

            _since ??= time.GetTimestamp();
            return time.GetElapsedTime(_since.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Hung up on {Clients} that took nothing of what was sent for {Patience}")]
        public static partial void HungUp(ILogger logger, int clients, TimeSpan patience);
    }
}
