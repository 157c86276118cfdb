using System.Runtime.InteropServices;
using Hedensted.Cms.Media.Storage;
using Hedensted.Cms.Operations.Commands;
using Hedensted.Content.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations;

/// <summary>Serves, or runs the command named on the command line.</summary>
internal static class CommandLine
{
    /// <summary>The conventional exit code for a command line that was not understood (BSD's <c>EX_USAGE</c>).</summary>
    private const int Misunderstood = 64;

    /// <summary>SIGXFSZ, the same on Linux and macOS.</summary>
    private const int FileSizeLimitExceeded = 25;

    private static readonly Command[] Commands =
    [
        new USyncPlanCommand(),
        new USyncImportCommand(),
        new USyncExportCommand(),
        new ExamplesAddCommand(),
        new ExamplesRemoveCommand(),
        new SchemaExportCommand(),
        new SchemaDiffCommand(),
        new DemoCommand(),
        new ImportPlanCommand(),
        new ImportRunCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new VerifyCommand(),
    ];

    /// <summary>Whether these arguments name a command, so that the host need not get ready to serve.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=', StringComparison.Ordinal) || args is ["--help" or "-h", ..];

    /// <summary>Runs until the server stops or the command is done.</summary>
    /// <returns>The process's exit code: 0 when all went well.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        using var fileSize = SurviveFileSizeLimit();

        // Taken now: when the start fails, the host is gone before there is anything to explain.
        var (folder, addresses) = (Path.GetFullPath(app.Configuration["Hedensted:DataPath"] ?? "App_Data"), app.Configuration["Urls"]);
        try
        {
            if (IsCommand(args))
            {
                return await RunCommandAsync(app.Services, args, Console.Out, app.Lifetime.ApplicationStopping);
            }

            if (!await StartUp.RunAsync(app.Services, app.Lifetime.ApplicationStopping))
            {
                return 1;
            }

            await ServeAsync(app);
            return 0;
        }
        catch (Exception failure) when (Explain(failure, folder, addresses) is not null)
        {
            await Console.Error.WriteLineAsync(Explain(failure, folder, addresses));
            return 1;
        }
    }

    private static async Task ServeAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // Work in the background that ends with the host was stopped; without this it would be reported as crashed.
            app.Lifetime.StopApplication();
            throw;
        }

        await app.WaitForShutdownAsync();
    }

    // A limit on file sizes (ulimit -f, systemd's LimitFSIZE) ends a process by default; for us it is a full disk like any other.
    private static PosixSignalRegistration? SurviveFileSizeLimit() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeLimitExceeded, context => context.Cancel = true);

    /// <summary>What is wrong with the settings, as a sentence that says what to do; null when something else is wrong.</summary>
    public static string? Explain(Exception failure) => failure is StartRefusedException or OptionsValidationException ? Explain(failure, "", null) : null;

    // What the operator can do something about, as a sentence that says what; anything else is ours and keeps its trace.
    private static string? Explain(Exception failure, string folder, string? addresses) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"Adressen er optaget af et andet program ({addresses}). Stop det, eller vælg en anden med --Urls, og start igen.",
        StartRefusedException refused => refused.Message,
        OptionsValidationException settings => $"En indstilling er forkert. {string.Join(' ', settings.Failures)} Ret den, og start igen.",
        _ when FullDisk.Caused(failure) => $"Disken er fuld. Skaf plads, hvor datamappen ligger ({folder}), og start igen.",
        _ when StorageUnavailableException.In(failure) is { } storage => AdviceOn(storage, folder),
        UnauthorizedAccessException or IOException =>
            $"Datamappen kan ikke bruges ({folder}): {failure.Message} Giv programmet lov til at læse og skrive i den, eller vælg en anden med Hedensted__DataPath, og start igen.",
        _ => null,
    };

    private static string AdviceOn(StorageUnavailableException storage, string folder) => storage.Problem switch
    {
        StorageProblem.Damaged =>
            $"Databasens fil er beskadiget eller er ikke en database; intet er ændret. Flyt den væk fra {folder}, læg den seneste sikkerhedskopi samme sted, og start igen.",
        StorageProblem.DatabaseLocked =>
            "Databasen er låst af et andet program. Stop det (kører serveren allerede?), og start igen.",
        StorageProblem.DiskFull => $"Disken er fuld. Skaf plads, hvor datamappen ligger ({folder}), og start igen.",
        _ => "Databasen svarer ikke; intet er ændret. Se efter, at den kører, og at ConnectionStrings__umbracoDbDSN er rigtig. Start så igen.",
    };

    /// <summary>Runs one command.</summary>
    internal static async Task<int> RunCommandAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            await TellCommandsAsync(output);
            return 0;
        }

        var words = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        if (Commands.FirstOrDefault(command => command.Name == string.Join(' ', words)) is not { } known)
        {
            await output.WriteLineAsync($"Kommandoen '{string.Join(' ', words)}' findes ikke.");
            await TellCommandsAsync(output);
            return Misunderstood;
        }

        if (args.Contains("--help") || args.Contains("-h"))
        {
            await TellCommandAsync(known, output);
            return 0;
        }

        if (Read(known, args[words.Length..]) is not { } options)
        {
            await output.WriteLineAsync($"Tilvalget forstås ikke. '{known.Name}' kender: {(known.Options.Count == 0 ? "ingen" : string.Join(", ", known.Options.Keys))}.");
            return Misunderstood;
        }

        if (known.NeedsDatabase)
        {
            await StartUp.PrepareAsync(services, cancellationToken);
        }

        return await known.RunAsync(services, options, output, cancellationToken);
    }

    private static Dictionary<string, string>? Read(Command command, string[] rest)
    {
        var options = new Dictionary<string, string>();
        for (var at = 0; at < rest.Length; at++)
        {
            if (!command.Options.TryGetValue(rest[at], out var value))
            {
                return null;
            }

            var option = rest[at];
            if (value is not null && ++at >= rest.Length)
            {
                return null;
            }

            options[option] = value is null ? "" : rest[at];
        }

        return options;
    }

    private static async Task TellCommandsAsync(TextWriter output)
    {
        await output.WriteLineAsync("Uden kommando starter programmet og serverer webstedet. Kommandoer:");
        foreach (var command in Commands)
        {
            await TellCommandAsync(command, output);
        }
    }

    private static async Task TellCommandAsync(Command command, TextWriter output)
    {
        await output.WriteLineAsync($"  {command.Name,-16} {command.Help}");
        foreach (var (option, value) in command.Options)
        {
            await output.WriteLineAsync($"    {option,-14} {value}");
        }
    }
}
