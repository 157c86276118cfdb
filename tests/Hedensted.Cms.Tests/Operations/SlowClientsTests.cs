using System.Net.Sockets;
using System.Text;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>Clients that take a connection and neither ask to the end nor take what they asked for, by mistake or by malice.</summary>
public class SlowClientsTests
{
    private const int Many = 300;
    private const int SmallBuffer = 4_096;

    [Test]
    public async Task Who_does_not_ask_to_the_end_is_hung_up_on_and_nobody_else_notices()
    {
        await using var cms = await CmsProcess.StartAsync(settings: [("Hedensted:GraphQL:Budget:UnitsPerSecond", "0")]); // all have one address
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = cms.Address }, 2, "/graphql?query=%7B__typename%7D", "/", "/arrangementer");
        await readers.MoreAsync(300);

        var head = $"Host: {cms.Address.Authority}\r\n";
        var asking = await ManyAsync(cms.Address, $"GET / HTTP/1.1\r\n{head}X-More: ");
        var sending = await ManyAsync(cms.Address, $"POST /graphql HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{");
        var taking = await ManyAsync(cms.Address, string.Concat(Enumerable.Repeat($"GET / HTTP/1.1\r\n{head}\r\n", 100)));
        var silent = await ManyAsync(cms.Address, "");
        await readers.MoreAsync(600);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Task.WhenAll(asking.Concat(sending).Select(client => HungUpAsync(client, patience.Token)));

        await readers.MoreAsync(300);
        await readers.DisposeAsync();
        Array.ForEach([.. asking, .. sending, .. taking, .. silent], client => client.Dispose());
        TestContext.Out.WriteLine($"{readers.Answered} answers beside {4 * Many} slow clients");
        Assert.That(readers.Failures, Is.Empty);
    }

    private static async Task<Socket[]> ManyAsync(Uri address, string said)
    {
        var clients = new Socket[Many];
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
