using Hedensted.Content;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Operations;

/// <summary>The program cannot start as things are; the message tells the operator what to do.</summary>
internal sealed class StartRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>What is said at the start about a database in a file.</summary>
internal static class DatabaseFile
{
    private const string BeginAnew = "Hedensted:NewDatabase";

    /// <summary>Keeps a site from starting empty because its database was not in its place: a disk that was not mounted, a backup half put back.</summary>
    /// <exception cref="StartRefusedException">There are media files and no database, and nobody has said that the site is to begin anew.</exception>
    public static void CheckIsNotMissing(IServiceProvider services)
    {
        var media = services.GetRequiredService<DataFolder>().CombineShared("media");
        if (ContentStartup.DatabaseFile(services) is { } file
            && !Path.Exists(file)
            && Directory.Exists(media)
            && Directory.EnumerateFiles(media, "*", SearchOption.AllDirectories).Any()
            && !services.GetRequiredService<IConfiguration>().GetValue(BeginAnew, false))
        {
            throw new StartRefusedException(
                $"Databasen mangler ({file}), men der er mediefiler fra et websted ({media}); intet er ændret. Læg databasen eller den seneste sikkerhedskopi på "
                + "plads, og start igen. Skal webstedet begynde forfra med de filer, så start én gang med Hedensted__NewDatabase=true.");
        }
    }

    /// <summary>What to say when the file cannot be opened; null when that is not what is wrong.</summary>
    public static StartRefusedException? Refusal(IServiceProvider services, StorageUnavailableException failure) =>
        failure.Problem == StorageProblem.Unreachable && ContentStartup.DatabaseFile(services) is { } file
            ? new(
                $"Databasens fil kan ikke åbnes ({file}); intet er ændret. Se efter, at den er der og er en fil, at programmet må læse og skrive den og mappen om "
                + "den, og at ConnectionStrings__umbracoDbDSN er rigtig. Start så igen.",
                failure)
            : null;
}
