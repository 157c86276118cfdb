namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A code for whoever has lost the second step; gone when it is used.</summary>
internal sealed class RecoveryCodeRow
{
    public required string Hash { get; init; }

    public required Guid UserKey { get; init; }
}
