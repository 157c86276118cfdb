using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;

namespace Hedensted.Testing;

/// <summary>The full set as <c>docker/run-full-set.sh</c> runs it: two servers with the backoffice, two that deliver, PostgreSQL, Redis and the proxy with TLS.</summary>
public sealed class FullSet : IAsyncDisposable
{
    private readonly Dictionary<string, string> _addresses;

    private FullSet(Dictionary<string, string> addresses) => _addresses = addresses;

    /// <summary>What everybody meets.</summary>
    public Uri Proxy => AddressOf("proxy");

    /// <summary>The first administrator's name.</summary>
    public static string Email => "administrator@hedensted.example";

    /// <summary>The first administrator's password.</summary>
    public string Password => Secret("Umbraco__CMS__Unattended__UnattendedUserPassword");

    /// <summary>A connection to its PostgreSQL.</summary>
    public string Database => Secret("ConnectionStrings__umbracoDbDSN");

    private static string Script => Path.Combine(CmsHost.Repository, "docker", "run-full-set.sh");

    /// <summary>Why it cannot run here, in a sentence that says how it could; null when it can.</summary>
    public static string? Missing() =>
        OperatingSystem.IsWindows() ? "Left out: the full set, which runs on Linux."
        : new[] { "caddy", "redis-server", "psql" }.Where(program => !IsInstalled(program)).ToArray() is { Length: > 0 } missing
            ? $"Left out: the full set. Install {string.Join(", ", missing)} and run again; on Debian: apt-get install caddy redis-server postgresql"
            : null;

    /// <summary>Starts all of it, in a folder of its own, and returns when every server is ready.</summary>
    public static async Task<FullSet> StartAsync()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("HEDENSTED_TEST_SCRATCH") ?? Path.GetTempPath(), $"hedensted-full-{Guid.NewGuid():N}"[..23]);
        try
        {
            var told = await RunAsync(null, "up", folder);
            return new FullSet(told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]));
        }
        catch
        {
            await RunAsync(null, "down", folder);
            throw;
        }
    }

    /// <summary>Where a server of it listens.</summary>
    public Uri AddressOf(string name) => new(_addresses[name]);

    /// <summary>What one has printed.</summary>
    public string LogOf(string name) => File.ReadAllText(Path.Combine(_addresses["folder"], "log", $"{name}.log"));

    /// <summary>Starts one again, and waits until it is ready unless that is what is looked into.</summary>
    public Task StartAsync(string name, bool wait = true) => RunAsync(wait ? null : "no", "start", name, _addresses["folder"]);

    /// <summary>Asks one to stop, as an upgrade does, and waits until it has.</summary>
    public Task StopAsync(string name) => RunAsync(null, "stop", name, _addresses["folder"]);

    /// <summary>Pulls the plug of one.</summary>
    public Task KillAsync(string name) => RunAsync(null, "kill", name, _addresses["folder"]);

    /// <summary>Lets one do nothing, as a machine that is out of breath: it is there, and says nothing.</summary>
    public Task FreezeAsync(string name) => SignalAsync(name, "STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync(string name) => SignalAsync(name, "CONT");

    /// <summary>Sends Redis a command and returns what it answers.</summary>
    public async Task<string> RedisAsync(params string[] command)
    {
        var start = new ProcessStartInfo("redis-cli") { RedirectStandardOutput = true };
        Array.ForEach([.. new[] { "-p", _addresses["redis"].Split(':')[1] }, .. command], start.ArgumentList.Add);
        start.Environment["REDISCLI_AUTH"] = Secret("redis_password").Trim();
        using var client = Process.Start(start) ?? throw new InvalidOperationException("redis-cli could not be started.");
        var answer = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return answer;
    }

    /// <summary>Lets Redis write what it has, and puts it aside.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> SaveRedisAsync()
    {
        await RedisAsync("SAVE");
        var (dump, aside) = (RunFile("dump.rdb"), RunFile("aside.rdb"));
        File.Copy(dump, aside, overwrite: true);
        return aside;
    }

    /// <summary>Starts Redis with what was put aside, as after an old backup of it was put back.</summary>
    public async Task RestoreRedisAsync(string aside)
    {
        await KillAsync("redis");
        File.Copy(aside, RunFile("dump.rdb"), overwrite: true);
        await StartAsync("redis");
    }

    /// <summary>A client that does not mind who has signed the certificate of <c>localhost</c>.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
#pragma warning disable CA5359 // The proxy signs its own certificate, for this run and this machine.
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
    };

    /// <summary>Somebody who reads at an address, by default through the proxy.</summary>
    public HttpClient Reader(string name = "proxy") => new(Handler()) { BaseAddress = AddressOf(name), DefaultRequestVersion = HttpVersion.Version11 };

    /// <summary>An administrator at an address, by default through the proxy.</summary>
    public Task<BackofficeSession> SignInAsync(string name = "proxy") => BackofficeSession.SignInAsync(Handler(), AddressOf(name), Email, Password);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync(null, "down", _addresses["folder"]);

    private async Task SignalAsync(string name, string signal)
    {
        var process = await File.ReadAllTextAsync(Path.Combine(_addresses["folder"], "run", $"{name}.pid"));
        using var kill = Process.Start("kill", [$"-{signal}", process.Trim()]);
        await kill.WaitForExitAsync();
    }

    private string RunFile(string name) => Path.Combine(_addresses["folder"], "run", name);

    private string Secret(string name) => File.ReadAllText(Path.Combine(_addresses["folder"], "secrets", name));

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> RunAsync(string? wait, params string[] words)
    {
        var start = new ProcessStartInfo(Script) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(words, start.ArgumentList.Add);
        start.Environment["HEDENSTED_HOST"] = CmsHost.Program;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = CultureInfo.InvariantCulture.Name;
        if (wait is not null)
        {
            start.Environment["WAIT"] = wait;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Script} could not be started.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{string.Join(' ', words)}: {await output}{await errors}");
    }
}
