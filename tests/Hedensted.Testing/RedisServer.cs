using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hedensted.Testing;

/// <summary>A Redis of a test's own, which can be stopped, killed, flushed and started anew on the same port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(int port, string folder, string[] settings) => (Port, _folder, _settings) = (port, folder, settings);

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Where it keeps its dump.</summary>
    public string Dump => Path.Combine(_folder, "dump.rdb");

    /// <summary>Why there is none, in a sentence that says how there could be; null when it is installed.</summary>
    public static string? Missing() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "redis-server")))
            ? null
            : "Left out: Redis is not installed. On Debian: apt-get install redis-server, or run ./test.sh";

    /// <summary>Starts one; further settings as its command line takes them, e.g. <c>--maxmemory 1mb</c>.</summary>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("hedensted-redis-").FullName;
        var server = new RedisServer(CmsProcess.FreePort(), folder, settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it again, with the dump that lies in its folder.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true };
        foreach (var word in new[] { "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--dir", _folder }.Concat(_settings))
        {
            start.ArgumentList.Add(word);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("redis-server could not be started.");
        _ = _process.StandardOutput.ReadToEndAsync();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await SendAsync("PING");
                return;
            }
            catch (SocketException) when (attempt < 200)
            {
                await Task.Delay(25);
            }
        }
    }

    /// <summary>Lets it stand still: it takes connections and answers nothing (SIGSTOP).</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets it go on.</summary>
    public void GoOn() => Signal("CONT");

    /// <summary>Ends it at once, without a word to anybody.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Sends one command and returns the first part of the answer as Redis writes it.</summary>
    public async Task<string> SendAsync(params string[] words)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var request = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{words.Length}\r\n");
        foreach (var word in words)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }

        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()));
        var answer = new byte[64 * 1024];
        return Encoding.UTF8.GetString(answer, 0, await stream.ReadAsync(answer));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            GoOn();
            Kill();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
