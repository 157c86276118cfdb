using Hedensted.Bibliotek.Examples;

namespace Hedensted.Cms.Operations.Commands;

/// <summary><c>examples add</c>.</summary>
internal sealed class ExamplesAddCommand : Command
{
    public override string Name => "examples add";

    public override string Help => "tilføjer eksempelarrangementer, dateret fra i dag";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var added = await services.GetRequiredService<ExampleContent>().AddAsync(cancellationToken);
        await output.WriteLineAsync(added.Count == 0 ? "Eksemplerne er der allerede." : $"{added.Count} eksempler tilføjet og udgivet.");
        return 0;
    }
}

/// <summary><c>examples remove</c>.</summary>
internal sealed class ExamplesRemoveCommand : Command
{
    public override string Name => "examples remove";

    public override string Help => "fjerner eksemplerne igen, undtagen dem en redaktør har rettet i";

    public override async Task<int> RunAsync(IServiceProvider services, IReadOnlyDictionary<string, string> options, TextWriter output, CancellationToken cancellationToken)
    {
        var removed = await services.GetRequiredService<ExampleContent>().RemoveAsync(cancellationToken);
        await output.WriteLineAsync($"{removed.Count} eksempler fjernet.");
        if (removed.Kept > 0)
        {
            await output.WriteLineAsync($"{removed.Kept} er rettet af en redaktør og blev stående; slet dem i Umbraco, hvis de ikke skal bruges.");
        }

        return 0;
    }
}
