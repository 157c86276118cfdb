namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>One sign-in.</summary>
internal sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required Guid UserKey { get; init; }

    public required string LoginHash { get; init; }

    /// <summary>Successors of refresh tokens are derived with it; worth nothing without a token.</summary>
    public required byte[] Secret { get; init; }

    public required long CreatedAt { get; init; }

    public required long IdleUntil { get; set; }

    public required long AbsoluteUntil { get; init; }

    /// <summary>SHA-256 of what the directory that let the user in calls the sign-in.</summary>
    public string? ExternalHash { get; init; }

    public long? RevokedAt { get; set; }
}
