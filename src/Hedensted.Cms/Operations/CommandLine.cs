using Hedensted.Cms.Operations.Commands;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Operations;

/// <summary>Serves, or runs the command named on the command line.</summary>
internal static class CommandLine
{
    /// <summary>The conventional exit code for a command line that was not understood (BSD's <c>EX_USAGE</c>).</summary>
    private const int Misunderstood = 64;

    private static readonly Command[] Commands =
    [
        new USyncPlanCommand(),
        new USyncImportCommand(),
        new USyncExportCommand(),
        new ExamplesAddCommand(),
        new ExamplesRemoveCommand(),
        new SchemaExportCommand(),
    ];

    /// <summary>Whether these arguments name a command, so that the host need not get ready to serve.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=', StringComparison.Ordinal) || args is ["--help" or "-h", ..];

    /// <summary>Runs until the server stops or the command is done.</summary>
    /// <returns>The process's exit code: 0 when all went well.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
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

            await app.RunAsync();
            return 0;
        }
        catch (StorageUnavailableException failure)
        {
            await Console.Error.WriteLineAsync($"Databasen kan ikke bruges: {failure.Message}");
            return 1;
        }
    }

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

        await StartUp.PrepareAsync(services, cancellationToken);
        return await known.RunAsync(services, options, output, cancellationToken);
    }

    private static Dictionary<string, string>? Read(Command command, string[] rest)
    {
        var options = new Dictionary<string, string>();
        for (var at = 0; at < rest.Length; at += 2)
        {
            if (!command.Options.ContainsKey(rest[at]) || at + 1 >= rest.Length)
            {
                return null;
            }

            options[rest[at]] = rest[at + 1];
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
