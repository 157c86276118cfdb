using Hedensted.Bibliotek.Examples;
using Hedensted.Content;
using Hedensted.Content.Published;
using Hedensted.Content.StartProfile;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations;

/// <summary>What happens before the first request, in this order: database, first import, examples, first edition.</summary>
internal static class StartUp
{
    /// <summary>Makes the database fit; enough for a command.</summary>
    /// <exception cref="StartRefusedException">The database's file is missing or cannot be opened.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        DatabaseFile.CheckIsNotMissing(services);
        try
        {
            await ContentStartup.PrepareAsync(services, cancellationToken);
        }
        catch (StorageUnavailableException failure) when (DatabaseFile.Refusal(services, failure) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Makes everything ready to serve.</summary>
    /// <returns>Whether it is; why not stands in the log.</returns>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public static async Task<bool> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // Before anything is made: whoever mistypes a setting should read a sentence, not find half a start.
        services.GetService<IStartupValidator>()?.Validate();
        await PrepareAsync(services, cancellationToken);
        var filled = await services.GetRequiredService<FirstFill>().RunAsync(cancellationToken);
        if (filled == FirstFillResult.Refused)
        {
            return false;
        }

        if (filled == FirstFillResult.Imported)
        {
            await services.GetRequiredService<ExampleContent>().AddAsync(cancellationToken);
        }

        await services.GetRequiredService<EditionSource>().StartAsync(cancellationToken);
        return true;
    }
}
