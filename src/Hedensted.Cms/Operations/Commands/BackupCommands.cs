using System.Diagnostics;
using System.Globalization;
using Hedensted.Cms.Operations.Backups;
using Hedensted.Content.Backups;

namespace Hedensted.Cms.Operations.Commands;

/// <summary>What the commands about backups share: they take the database as it is, and tell a refusal as a sentence.</summary>
internal abstract class BackupCommandBase : Command
{
    /// <summary>A new program must be able to back up what the old one left before it changes it, and to restore where there is nothing.</summary>
    public sealed override bool NeedsDatabase => false;

    public sealed override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(services, options, output, cancellationToken);
        }
        catch (BackupRefusedException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    protected abstract Task<int> DoAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken);

    protected static string Describe(BackupManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"position {manifest.Database.Position}, {manifest.Files.Length} filer, {manifest.Files.Sum(file => file.Bytes) / 1_048_576.0:0.0} MB, lavet {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC af version {manifest.Program}");
}

/// <summary><c>backup</c>.</summary>
internal sealed class BackupCommand : BackupCommandBase
{
    public override string Name => "backup";

    public override string Help => "laver en sikkerhedskopi af databasen, filerne og nøglerne, også mens serveren kører";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?> { ["--to"] = "mappen, den lægges i; ellers den, der er sat (backups i datamappen)" };

    protected override async Task<int> DoAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (path, manifest) = await services.GetRequiredService<Backup>().MakeAsync(options.GetValueOrDefault("--to"), cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {Describe(manifest)}, på {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s."));
        foreach (var file in manifest.Missing)
        {
            await output.WriteLineAsync($"  bemærk: media/{file} bruges på webstedet, men fandtes ikke.");
        }

        return 0;
    }
}

/// <summary><c>restore</c>.</summary>
internal sealed class RestoreCommand : BackupCommandBase
{
    public override string Name => "restore";

    public override string Help => "gendanner en sikkerhedskopi, hvor der intet er; med --replace flyttes det, der er, til side";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?> { ["--from"] = "sikkerhedskopiens mappe", ["--replace"] = null };

    protected override async Task<int> DoAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.TryGetValue("--from", out var from))
        {
            await output.WriteLineAsync("Skriv, hvilken sikkerhedskopi der skal gendannes: restore --from <mappe>.");
            return 1;
        }

        var (manifest, aside) = await services.GetRequiredService<Restore>().RunAsync(Path.GetFullPath(from), options.ContainsKey("--replace"), cancellationToken);
        await output.WriteLineAsync($"Gendannet: {Describe(manifest)}.");
        if (aside is not null)
        {
            await output.WriteLineAsync($"Det, der var der, er flyttet til {aside}. Slet det selv, når du er sikker på, at det ikke skal bruges.");
        }

        await output.WriteLineAsync("Alle skal logge ind igen. Efterse med 'verify', og start serveren.");
        return 0;
    }
}

/// <summary><c>verify</c>.</summary>
internal sealed class VerifyCommand : BackupCommandBase
{
    public override string Name => "verify";

    public override string Help => "efterser, om webstedet eller en sikkerhedskopi er hel; 0, når den er";

    public override IReadOnlyDictionary<string, string?> Options { get; } = new Dictionary<string, string?> { ["--from"] = "sikkerhedskopiens mappe; ellers webstedet selv" };

    protected override async Task<int> DoAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var check = services.GetRequiredService<SiteCheck>();
        var findings = options.TryGetValue("--from", out var from) ? await SiteCheck.RunAsync(Path.GetFullPath(from), cancellationToken) : await check.RunAsync(cancellationToken);
        foreach (var finding in findings.OrderByDescending(finding => finding.IsError))
        {
            await output.WriteLineAsync($"  {(finding.IsError ? "fejl" : "bemærk")}: {finding.Text}");
        }

        var errors = findings.Count(finding => finding.IsError);
        var what = from is null ? "Webstedet" : "Sikkerhedskopien";
        await output.WriteLineAsync(errors == 0
            ? $"{what} er {(from is null ? "helt" : "hel")}."
            : $"{what} er ikke {(from is null ? "helt" : "hel")}: {errors} fejl. {(from is null ? "Gendan den seneste hele sikkerhedskopi med 'restore'." : "Brug en anden.")}");
        return errors == 0 ? 0 : 1;
    }
}
