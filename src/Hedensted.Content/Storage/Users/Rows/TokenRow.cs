namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A code or token of a session.</summary>
internal sealed class TokenRow
{
    /// <summary>SHA-256 of the token; the token itself is never stored.</summary>
    public required string Hash { get; init; }

    public required Guid SessionId { get; init; }

    public required string Kind { get; init; }

    public required long ExpiresAt { get; set; }

    public long? UsedAt { get; set; }

    public string? RedirectUri { get; init; }

    public string? Challenge { get; init; }
}
