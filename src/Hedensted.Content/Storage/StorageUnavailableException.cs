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

    /// <summary>Its file is not a database, or is damaged; only a backup helps.</summary>
    Damaged,
}

/// <summary>The database could not do its work; what was asked for is not saved.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>A failure of this kind.</summary>
    public StorageUnavailableException(StorageProblem problem, Exception? innerException = null)
        : base(AdviceOn(problem), innerException) => Problem = problem;

    /// <summary>What is wrong with the database, when that is what an exception is about.</summary>
    public static StorageUnavailableException? In(Exception exception) => exception as StorageUnavailableException ?? StorageFailures.From(exception);

    /// <summary>Why.</summary>
    public StorageProblem Problem { get; }

    /// <summary>What to tell the editor, in Danish; also the message.</summary>
    public string Advice => Message;

    private static string AdviceOn(StorageProblem problem) => problem switch
    {
        StorageProblem.DatabaseLocked => "Databasen er optaget lige nu, så der er ikke gemt noget. Vent et øjeblik, og prøv igen.",
        StorageProblem.DiskFull => "Serverens disk er fuld, så der er ikke gemt noget. Kontakt driften, og prøv igen, når der er plads.",
        StorageProblem.Damaged => "Databasens fil er beskadiget eller er ikke en database. Intet er ændret. Læg den seneste sikkerhedskopi på plads.",
        _ => "Databasen svarer ikke, så der er ikke gemt noget. Prøv igen om lidt; kontakt driften, hvis det bliver ved.",
    };
}
