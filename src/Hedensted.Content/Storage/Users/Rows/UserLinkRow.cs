namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A link with which somebody chooses a password.</summary>
internal sealed class UserLinkRow
{
    /// <summary>SHA-256 of the link's secret.</summary>
    public required string Hash { get; init; }

    public required Guid UserKey { get; init; }

    public required string Purpose { get; init; }

    public required long ExpiresAt { get; init; }
}
