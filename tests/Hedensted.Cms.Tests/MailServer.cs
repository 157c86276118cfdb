using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hedensted.Cms.Tests;

/// <summary>A mail server in the test's own process, which can be told to refuse.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<string> _letters = [];
    private readonly Task _serving;
    private int _refusals;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many letters it has refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Refuses the next letters.</summary>
    public void Refuse(int letters) => _refusals = letters;

    /// <summary>Waits for the next letter, decoded.</summary>
    public string Next() => _letters.TryTake(out var letter, TimeSpan.FromSeconds(60)) ? letter : throw new TimeoutException("No letter came.");

    /// <summary>Whether a letter lies there.</summary>
    public bool IsEmpty => _letters.Count == 0;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _letters.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
            {
                continue;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                if (_refusals > 0)
                {
                    _refusals--;
                    Refused++;
                    await writer.WriteLineAsync("451 try again later");
                    continue;
                }

                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                {
                    letter.Append(text).Append('\n');
                }

                _letters.Add(Decode(letter.ToString()));
                await writer.WriteLineAsync("250 taken");
            }
            else
            {
                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            }
        }
    }

    // Headers as they are; the body is base64 or quoted-printable.
    private static string Decode(string letter)
    {
        var end = letter.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = (letter[..end], letter[(end + 2)..]);
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            return head + "\n\n" + Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        }

        var bytes = new List<byte>();
        var text = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '=' && index + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(index + 1, 2), 16));
                index += 2;
            }
            else
            {
                bytes.Add((byte)text[index]);
            }
        }

        return head + "\n\n" + Encoding.UTF8.GetString([.. bytes]);
    }
}
