namespace Hedensted.Content.Storage;

/// <summary>Why the database could not do its work.</summary>
public enum StorageProblem
{
    /// <summary>Somebody else held it for too long; trying again helps.</summary>
    DatabaseLocked,

    /// <summary>The disk is full; nothing was written, and what readers see stands.</summary>
    DiskFull,

    /// <summary>It does not answer, or may not be written to.</summary>
    Unreachable,
}

/// <summary>The database could not do its work; what was asked for is not saved.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>A failure of this kind.</summary>
    public StorageUnavailableException(StorageProblem problem, Exception? innerException = null)
        : base(AdviceOn(problem), innerException) => Problem = problem;

    /// <summary>Why.</summary>
    public StorageProblem Problem { get; }

    /// <summary>What to tell the editor, in Danish; also the message.</summary>
    public string Advice => Message;

    private static string AdviceOn(StorageProblem problem) => problem switch
    {
        StorageProblem.DatabaseLocked => "Databasen er optaget lige nu, så der er ikke gemt noget. Vent et øjeblik, og prøv igen.",
        StorageProblem.DiskFull => "Serverens disk er fuld, så der er ikke gemt noget. Kontakt driften, og prøv igen, når der er plads.",
        _ => "Databasen svarer ikke, så der er ikke gemt noget. Prøv igen om lidt; kontakt driften, hvis det bliver ved.",
    };
}
