using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Hedensted.Testing;

/// <summary>The real program in its own process, on a port and data folder of its own, as an operator starts it.</summary>
public sealed class CmsProcess : IAsyncDisposable
{
    /// <summary>The administrator that every started site has.</summary>
    public const string AdministratorEmail = "redaktor@example.dk";

    /// <summary>That administrator's password.</summary>
    public const string AdministratorPassword = "Dit-kulturelle-forsamlingshus-8722";

    private const string ListeningOn = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _output;

    private CmsProcess(Process process, StringBuilder output, Uri address, string dataPath)
    {
        _process = process;
        _output = output;
        Address = address;
        DataPath = dataPath;
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>Its data folder; survives the process, so that it can be started again on it.</summary>
    public string DataPath { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>All that it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the program and waits until it says that it is listening, which it does when it is ready.</summary>
    /// <param name="dataPath">An existing data folder; null makes a new one.</param>
    /// <param name="settings">Configuration beyond the defaults, e.g. <c>("Hedensted:Role", "All")</c>.</param>
    public static Task<CmsProcess> StartAsync(string? dataPath = null, params (string Name, string Value)[] settings) =>
        StartAsync(HostStartInfo(dataPath ??= NewFolder(), [], settings), dataPath);

    /// <summary>As the other, another build of the program.</summary>
    /// <param name="host">Its <c>Hedensted.Cms.dll</c>.</param>
    /// <param name="dataPath">An existing data folder.</param>
    /// <param name="settings">Configuration beyond the defaults.</param>
    public static Task<CmsProcess> StartOtherAsync(string host, string dataPath, params (string Name, string Value)[] settings)
    {
        var start = HostStartInfo(dataPath, [], settings);
        start.ArgumentList[0] = host;
        start.WorkingDirectory = Path.GetDirectoryName(host)!;
        return StartAsync(start, dataPath);
    }

    private static async Task<CmsProcess> StartAsync(ProcessStartInfo start, string dataPath)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host could not be started.");
        var output = new StringBuilder();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);

        void Read(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.AppendLine(line);
            }

            var at = line.IndexOf(ListeningOn, StringComparison.Ordinal);
            if (at >= 0)
            {
                listening.TrySetResult(new Uri(line[(at + ListeningOn.Length)..].Trim().Split('"')[0]));
            }
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The host ended before it was ready."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var address = await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return new CmsProcess(process, output, address, dataPath);
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{failure.Message}{Environment.NewLine}{output}", failure);
        }
    }

    /// <summary>Runs one command of the program to its end.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static Task<(int ExitCode, string Output)> RunCommandAsync(string dataPath, params string[] command) => RunCommandAsync(dataPath, [], command);

    /// <summary>As the other, with configuration beyond the defaults.</summary>
    public static Task<(int ExitCode, string Output)> RunCommandAsync(string dataPath, (string Name, string Value)[] settings, params string[] command) =>
        RunToEndAsync(HostStartInfo(dataPath, command, settings));

    /// <summary>As the other, where no file may grow beyond so many bytes: the system refuses as it does on a full disk.</summary>
    public static Task<(int ExitCode, string Output)> RunCrampedCommandAsync(string dataPath, long largestFile, (string Name, string Value)[] settings, params string[] command)
    {
        var start = HostStartInfo(dataPath, command, settings);
        start.ArgumentList.Insert(0, string.Create(CultureInfo.InvariantCulture, $"--fsize={largestFile}:{largestFile}"));
        start.ArgumentList.Insert(1, start.FileName);
        start.FileName = "/usr/bin/prlimit";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // the runtime keeps its own code in a file otherwise
        return RunToEndAsync(start);
    }

    /// <summary>Starts one command and ends it as a power cut would after a while, if it is not done before.</summary>
    /// <returns>Whether it was still at work.</returns>
    public static Task<bool> RunCommandAndKillAsync(string dataPath, (string Name, string Value)[] settings, TimeSpan after, params string[] command) =>
        RunCommandAndKillAsync(dataPath, settings, () => Task.Delay(after), command);

    /// <summary>As the other, at a moment that is told.</summary>
    public static async Task<bool> RunCommandAndKillAsync(string dataPath, (string Name, string Value)[] settings, Func<Task> moment, params string[] command)
    {
        using var process = Process.Start(HostStartInfo(dataPath, command, settings)) ?? throw new InvalidOperationException("The host could not be started.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ended, moment()) == ended)
        {
            return false;
        }

        process.Kill();
        await ended;
        return true;
    }

    private static async Task<(int ExitCode, string Output)> RunToEndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The host could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Adds a second administrator with the first one's password, and lets them sign in.</summary>
    public async Task<BackofficeSession> ColleagueAsync(string name)
    {
        var email = $"{Guid.NewGuid():N}@example.dk";
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(DataPath, "hedensted.sqlite")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var insert = database.CreateCommand();
            insert.CommandText = """
                INSERT INTO users (Key, Name, Email, EmailKey, PasswordHash, State, LanguageIsoCode, Groups, DocumentStartNodes, MediaStartNodes, CreatedAt, UpdatedAt)
                SELECT $key, $name, $email, upper($email), PasswordHash, State, LanguageIsoCode, Groups, DocumentStartNodes, MediaStartNodes, CreatedAt, UpdatedAt
                FROM users WHERE Email = $first
                """;
            insert.Parameters.AddWithValue("$key", Guid.NewGuid().ToString().ToUpperInvariant());
            insert.Parameters.AddWithValue("$name", name);
            insert.Parameters.AddWithValue("$email", email);
            insert.Parameters.AddWithValue("$first", AdministratorEmail);
            await insert.ExecuteNonQueryAsync();
        }

        return await BackofficeSession.SignInAsync(Address, email, AdministratorPassword);
    }

    /// <summary>A folder of its own under the system's temporary folder.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("hedensted-").FullName;

    /// <summary>A port on this machine that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends the process as a power cut would (SIGKILL) and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo HostStartInfo(string dataPath, string[] command, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = CmsHost.ContentRoot,
        };
        start.ArgumentList.Add(CmsHost.Program);
        foreach (var word in command)
        {
            start.ArgumentList.Add(word);
        }

        (string Name, string Value)[] defaults =
        [
            ("Urls", "http://127.0.0.1:0"),
            ("Hedensted:DataPath", dataPath),
            ("Hedensted:USync:ExportOnSave", "false"),
            ("Umbraco:CMS:Unattended:UnattendedUserName", "Rikke Redaktør"),
            ("Umbraco:CMS:Unattended:UnattendedUserEmail", AdministratorEmail),
            ("Umbraco:CMS:Unattended:UnattendedUserPassword", AdministratorPassword),
        ];
        foreach (var (name, value) in defaults.Concat(settings))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = CultureInfo.InvariantCulture.Name;
        return start;
    }
}
