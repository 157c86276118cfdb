using Hedensted.Bibliotek.Import;

namespace Hedensted.Cms.Operations.Commands;

/// <summary>What the import commands share: how a report is told.</summary>
internal abstract class ImportCommand : Command
{
    private const string Accept = "accept";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?>
    {
        ["--vanished"] = $"'{Accept}': stå inde for, at arrangementer, der pludselig mangler i kilden, er væk med vilje",
    };

    protected static bool Accepts(IReadOnlyDictionary<string, string> options) => options.TryGetValue("--vanished", out var said) && said == Accept;

    protected static async Task<bool> TellProblemAsync(ImportReport report, TextWriter output)
    {
        if (report.Problem is not { } problem)
        {
            return false;
        }

        await output.WriteLineAsync(problem);
        await output.WriteLineAsync("Intet er ændret.");
        return true;
    }

    protected static async Task TellAsync(ImportReport report, TextWriter output)
    {
        foreach (var entry in report.Entries)
        {
            await output.WriteLineAsync($"  {Word(entry.Action),-10} {entry.Title}, {entry.When}");
            foreach (var field in entry.Action == ImportAction.Change ? entry.Fields : [])
            {
                await output.WriteLineAsync($"               {field.Label}: {field.From ?? "(tom)"} → {field.To ?? "(tom)"}");
            }

            foreach (var note in entry.Notes)
            {
                await output.WriteLineAsync($"               {note}");
            }
        }
    }

    private static string Word(ImportAction action) => action switch
    {
        ImportAction.Create => "ny",
        ImportAction.Change => "ændret",
        ImportAction.Vanished => "forsvundet",
        ImportAction.Skip => "urørt",
        ImportAction.Fail => "mislykket",
        _ => action.ToString(),
    };
}

/// <summary><c>import dpl plan</c>.</summary>
internal sealed class ImportPlanCommand : ImportCommand
{
    public override string Name => "import dpl plan";

    public override string Help => "viser, hvad en hentning fra bibliotekets side ville ændre";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<DplImport>().PlanAsync(Accepts(options), cancellationToken);
        if (await TellProblemAsync(report, output))
        {
            return 1;
        }

        await TellAsync(report, output);
        await output.WriteLineAsync(report.Changes == 0
            ? $"Intet at gøre: {report.Read} arrangement(er) i kilden, alle er her."
            : $"{report.Changes} ændring(er), {report.Unchanged} uændret. Udfør dem med 'import dpl run'.");
        return 0;
    }
}

/// <summary><c>import dpl run</c>.</summary>
internal sealed class ImportRunCommand : ImportCommand
{
    public override string Name => "import dpl run";

    public override string Help => "henter arrangementer fra bibliotekets side";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<DplImport>().RunAsync(userKey: null, Accepts(options), ifDue: false, cancellationToken) is not { } report)
        {
            await output.WriteLineAsync("En anden hentning er i gang. Prøv igen om lidt.");
            return 1;
        }

        if (await TellProblemAsync(report, output))
        {
            return 1;
        }

        await TellAsync(report, output);
        await output.WriteLineAsync(report.Changes == 0
            ? $"Intet at gøre: {report.Read} arrangement(er) i kilden, alle er her."
            : $"{report.Changes} arrangement(er) hentet, {report.Unchanged} uændret.");
        return report.Entries.Any(entry => entry.Action == ImportAction.Fail) ? 1 : 0;
    }
}
