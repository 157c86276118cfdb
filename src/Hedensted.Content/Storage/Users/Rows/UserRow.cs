namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A person or a program. Moments here and in the rows beside it are milliseconds since 1970, because both databases compare and index numbers alike.</summary>
internal sealed class UserRow
{
    public required Guid Key { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>The e-mail without regard to case; unique.</summary>
    public required string EmailKey { get; set; }

    public string? PasswordHash { get; set; }

    public required string State { get; set; }

    public required string Kind { get; init; }

    public required string LanguageIsoCode { get; set; }

    /// <summary>Keys as a JSON array, as are the two below.</summary>
    public required string Groups { get; set; }

    public required string DocumentStartNodes { get; set; }

    public required string MediaStartNodes { get; set; }

    public bool DocumentRoot { get; set; }

    public bool MediaRoot { get; set; }

    public string? Avatar { get; set; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; set; }

    public long? LastLoginAt { get; set; }

    public long? PasswordChangedAt { get; set; }
}
