namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>An account in a directory elsewhere, and the user here whom it lets in.</summary>
internal sealed class ExternalLoginRow
{
    public required string Provider { get; init; }

    /// <summary>The account's permanent id in the directory.</summary>
    public required string Subject { get; init; }

    public required Guid UserKey { get; init; }

    public required long CreatedAt { get; init; }
}
