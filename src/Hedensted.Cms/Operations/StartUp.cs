using Hedensted.Bibliotek.Examples;
using Hedensted.Cms.Operations.Backups;
using Hedensted.Content;
using Hedensted.Content.Published;
using Hedensted.Content.Servers;
using Hedensted.Content.StartProfile;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations;

/// <summary>What happens before the first request, in this order: database, first import, examples, first edition.</summary>
internal static class StartUp
{
    /// <summary>Makes the database fit; enough for a command.</summary>
    /// <exception cref="StartRefusedException">The database's file is missing or cannot be opened, or a restore was broken off.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<DataFolder>() is var data && Restore.WasBrokenOff(data))
        {
            throw new StartRefusedException(
                $"En gendannelse i {data.Path} blev afbrudt, så databasen og filerne passer måske ikke sammen. Kør 'restore --from <sikkerhedskopi> --replace' igen, og start så.");
        }

        DatabaseFile.CheckIsNotMissing(services);
        try
        {
            await ContentStartup.PrepareAsync(services, cancellationToken);
        }
        catch (SchemaTooNewException failure)
        {
            throw new StartRefusedException(failure.Message, failure);
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
        if (services.GetRequiredService<ServerIdentity>().Role == NodeRole.Delivery)
        {
            return true; // it answers while it waits: see DeliveryStart
        }

        await using (await ContentStartup.TakeTurnAsync(services, cancellationToken))
        {
            await PrepareAsync(services, cancellationToken);
            if (!await FillAsync(services, cancellationToken))
            {
                return false;
            }
        }

        await services.GetRequiredService<EditionSource>().StartAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var filled = await services.GetRequiredService<FirstFill>().RunAsync(cancellationToken);
        if (filled == FirstFillResult.Refused)
        {
            return false;
        }

        if (filled == FirstFillResult.Imported)
        {
            await services.GetRequiredService<ExampleContent>().AddAsync(cancellationToken);
        }

        return true;
    }
}
