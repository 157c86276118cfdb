using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hedensted.GraphQL.Caching.Shared;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>A connection to Redis, written to and read from by one thread, which waits for each reply for as long as the budget is and no longer.</summary>
/// <remarks>What goes wrong is an exception, and the connection is of no use after it: what comes next on it may belong to another question.</remarks>
internal sealed class RedisConnection : IDisposable
{
    /// <summary>How long connecting may take, with what it begins with.</summary>
    private static readonly TimeSpan ConnectTime = TimeSpan.FromMilliseconds(250);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly RedisReplies _replies;
    private readonly TimeProvider _time;
    private readonly Action _wait;
    private TimeSpan _budget = ConnectTime;
    private long _asked;

    private RedisConnection(Socket socket, DnsEndPoint server, RedisAddress address, TimeProvider time)
    {
        _socket = socket;
        _time = time;
        _wait = Wait;
        var plain = new NetworkStream(socket) { ReadTimeout = (int)ConnectTime.TotalMilliseconds, WriteTimeout = (int)ConnectTime.TotalMilliseconds };
        _stream = address.IsEncrypted ? Encrypted(plain, server, address) : plain;
        _replies = new RedisReplies(_stream, SharedFormat.MaxBytes);
    }

    /// <summary>A connection to the first server that lets us in and answers within the budget.</summary>
    /// <exception cref="Exception">None does; what the first one did.</exception>
    public static RedisConnection Open(RedisAddress address, TimeSpan budget, TimeProvider time)
    {
        Exception? first = null;
        foreach (var server in address.Servers)
        {
            try
            {
                return Open(server, address, budget, time);
            }
            catch (Exception failure)
            {
                first ??= failure;
            }
        }

        throw first!;
    }

    /// <summary>Asks all of these at once and ends each with its reply.</summary>
    /// <exception cref="Exception">The connection is of no use any more, and those without a reply still wait.</exception>
    public void Ask(IReadOnlyCollection<RedisQuestion> questions)
    {
        Write(questions.Select(question => question.Command));
        foreach (var question in questions)
        {
            question.End(_replies.Read(_wait));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Not the stream first: TLS would say goodbye to somebody who may not listen.
        _socket.Dispose();
        _stream.Dispose();
    }

    private static RedisConnection Open(DnsEndPoint server, RedisAddress address, TimeSpan budget, TimeProvider time)
    {
        var socket = Connected(server);
        RedisConnection? connection = null;
        try
        {
            connection = new RedisConnection(socket, server, address, time);
            connection.Introduce(address, budget);
            return connection;
        }
        catch
        {
            connection?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    // The first of its addresses that answers.
    private static Socket Connected(DnsEndPoint server)
    {
        SocketException? first = null;
        foreach (var address in Dns.GetHostAddresses(server.Host))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                Connect(socket, new IPEndPoint(address, server.Port));
                return socket;
            }
            catch (SocketException failure)
            {
                first ??= failure;
                socket.Dispose();
            }
        }

        throw first ?? new SocketException((int)SocketError.HostNotFound);
    }

    // Left to itself, the system waits for minutes for somebody who says nothing.
    private static void Connect(Socket socket, IPEndPoint server)
    {
        socket.NoDelay = true;
        socket.Blocking = false;
        try
        {
            socket.Connect(server);
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            if (!socket.Poll(ConnectTime, SelectMode.SelectWrite))
            {
                throw new SocketException((int)SocketError.TimedOut);
            }

            if (socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) is int error and not 0)
            {
                throw new SocketException(error);
            }
        }

        socket.Blocking = true;
    }

    private static SslStream Encrypted(Stream plain, DnsEndPoint server, RedisAddress address)
    {
        var encrypted = new SslStream(plain);
        encrypted.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = address.CertificateName ?? server.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = address.Authorities is { } authorities ? TrustOnly(authorities) : null,
        });
        return encrypted;
    }

    private static X509ChainPolicy TrustOnly(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    // What a connection begins with takes several turns; that somebody is there who answers in time is shown by the last of them.
    private void Introduce(RedisAddress address, TimeSpan budget)
    {
        if (address.Password is { } password)
        {
            Expect(RedisCommand.Auth(address.User, password), "OK");
        }

        if (address.Database != 0)
        {
            Expect(RedisCommand.Select(address.Database), "OK");
        }

        _budget = budget;
        Expect(RedisCommand.Ping, "PONG");
    }

    private void Expect(byte[] command, string answer)
    {
        Write([command]);
        var reply = _replies.Read(_wait);
        if (reply is not { Kind: RedisReplyKind.Status, Bytes: { } said } || Encoding.UTF8.GetString(said) != answer)
        {
            throw new InvalidDataException($"Redis does not let us in: {(reply.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : "no answer")}");
        }
    }

    private void Write(IEnumerable<byte[]> commands)
    {
        using var together = new MemoryStream();
        foreach (var command in commands)
        {
            together.Write(command);
        }

        _asked = _time.GetTimestamp();
        _stream.WriteTimeout = Milliseconds(_budget);
        _stream.Write(together.GetBuffer(), 0, (int)together.Length);
    }

    // A reply that came while this thread waited for its turn on a processor has come in time, so even the last wait looks once more;
    // but replies that trickle come to an end.
    private void Wait()
    {
        var elapsed = _time.GetElapsedTime(_asked);
        if (elapsed > 2 * _budget)
        {
            throw new TimeoutException("Redis has not answered in time.");
        }

        _stream.ReadTimeout = Milliseconds(_budget - elapsed);
    }

    private static int Milliseconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalMilliseconds));
}
