namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>Wrong passwords of a name.</summary>
internal sealed class LoginAttemptsRow
{
    /// <summary>SHA-256 of the name that was tried, whether or not anybody has it.</summary>
    public required string NameHash { get; init; }

    public required int Failures { get; set; }

    /// <summary>How many times the name has been locked since it last got in.</summary>
    public required int Locks { get; set; }

    public long? LockedUntil { get; set; }

    public required long UpdatedAt { get; set; }
}
