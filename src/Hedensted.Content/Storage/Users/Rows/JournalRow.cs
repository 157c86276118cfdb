namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A line of the users' journal; outlives whom it is about.</summary>
internal sealed class JournalRow
{
    public required Guid Id { get; init; }

    public required long At { get; init; }

    public required string What { get; init; }

    /// <summary>The user or group that it is about.</summary>
    public required Guid SubjectKey { get; init; }

    /// <summary>What the user or group was called then.</summary>
    public required string SubjectName { get; init; }

    /// <summary>Who did it; null when nobody was signed in.</summary>
    public Guid? ActorKey { get; init; }

    public string? Detail { get; init; }
}
