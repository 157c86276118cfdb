using Hedensted.Content.Serialisation;

namespace Hedensted.Cms.Operations.Commands;

/// <summary>What the uSync commands share: the folder, and how problems are told.</summary>
internal abstract class USyncCommand : Command
{
    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?> { ["--folder"] = "mappen med filerne; ellers webstedets egen" };

    protected static string? Folder(IReadOnlyDictionary<string, string> options) => options.TryGetValue("--folder", out var folder) ? Path.GetFullPath(folder) : null;

    protected static async Task<bool> TellProblemsAsync(IReadOnlyCollection<USyncProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        if (problems.Count > 0)
        {
            await output.WriteLineAsync($"{problems.Count} problem(er). Intet er ændret.");
        }

        return problems.Count > 0;
    }

    protected static async Task TellAsync(USyncPlan plan, TextWriter output)
    {
        foreach (var note in plan.Notes)
        {
            await output.WriteLineAsync($"  bemærk: {note}");
        }

        foreach (var entry in plan.Entries)
        {
            await output.WriteLineAsync($"  {Word(entry.Change),-8} {entry.KindName,-12} {entry.Name} ({entry.File}){(entry.Details.IsDefaultOrEmpty ? "" : $": {string.Join(", ", entry.Details)}")}");
        }
    }

    protected static string Word(USyncChange change) => change switch
    {
        USyncChange.Create => "opret",
        USyncChange.Update => "ret",
        USyncChange.Delete => "slet",
        _ => change.ToString(),
    };
}

/// <summary><c>usync plan</c>.</summary>
internal sealed class USyncPlanCommand : USyncCommand
{
    public override string Name => "usync plan";

    public override string Help => "viser, hvad en import af uSync-filerne ville ændre";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var plan = await services.GetRequiredService<USync>().PlanAsync(Folder(options), cancellationToken);
        if (await TellProblemsAsync(plan.Problems, output))
        {
            return 1;
        }

        await TellAsync(plan, output);
        await output.WriteLineAsync(plan.NothingToDo ? "Intet at gøre: websted og filer er ens." : $"{plan.Entries.Length} ændring(er). Udfør dem med 'usync import'.");
        return 0;
    }
}

/// <summary><c>usync import</c>.</summary>
internal sealed class USyncImportCommand : USyncCommand
{
    public override string Name => "usync import";

    public override string Help => "udfører det, som 'usync plan' viser, helt eller slet ikke";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var import = await services.GetRequiredService<USync>().ImportAsync(Folder(options), userKey: null, cancellationToken);
        if (await TellProblemsAsync(import.Plan.Problems, output))
        {
            return 1;
        }

        await TellAsync(import.Plan, output);
        await output.WriteLineAsync(import.Position is { } position ? $"{import.Plan.Entries.Length} ændring(er) udført, position {position}." : "Intet at gøre: websted og filer er ens.");
        return 0;
    }
}

/// <summary><c>usync export</c>.</summary>
internal sealed class USyncExportCommand : USyncCommand
{
    public override string Name => "usync export";

    public override string Help => "skriver webstedets typer og indhold til uSync-filer";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var export = await services.GetRequiredService<USync>().ExportAsync(Folder(options), cancellationToken);
        if (await TellProblemsAsync(export.Problems, output))
        {
            return 1;
        }

        foreach (var file in export.Written)
        {
            await output.WriteLineAsync($"  {Word(file.Change),-8} {file.File}");
        }

        await output.WriteLineAsync($"{export.Total} fil(er) i {export.Folder}, {export.Written.Length} skrevet.");
        return 0;
    }
}
