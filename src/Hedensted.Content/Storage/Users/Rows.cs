namespace Hedensted.Content.Storage.Users;

// Moments are milliseconds since 1970, because both databases compare and index numbers alike.

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

internal sealed class UserGroupRow
{
    public required Guid Key { get; init; }

    public required string Alias { get; set; }

    /// <summary>The whole group as JSON.</summary>
    public required string Data { get; set; }
}

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

    public long? RevokedAt { get; set; }
}

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

internal sealed class UserDataRow
{
    public required Guid Key { get; init; }

    public required Guid UserKey { get; init; }

    public required string Group { get; set; }

    public required string Identifier { get; set; }

    public required string Value { get; set; }
}

internal sealed class UserLinkRow
{
    /// <summary>SHA-256 of the link's secret.</summary>
    public required string Hash { get; init; }

    public required Guid UserKey { get; init; }

    public required string Purpose { get; init; }

    public required long ExpiresAt { get; init; }
}

internal sealed class LetterRow
{
    public required Guid Id { get; init; }

    /// <summary>Sealed by whoever wrote it.</summary>
    public required string Letter { get; init; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public required long DueAt { get; set; }

    /// <summary>When it is about nothing any more.</summary>
    public required long ExpiresAt { get; init; }
}

internal sealed class ApiClientRow
{
    public required string ClientId { get; init; }

    public required Guid UserKey { get; init; }

    public required string SecretHash { get; init; }
}

internal sealed class SecondStepRow
{
    public required Guid UserKey { get; init; }

    /// <summary>Sealed by whoever wrote it.</summary>
    public required string Secret { get; init; }

    /// <summary>The newest step that was used; it and those before it do not work again.</summary>
    public required long LastStep { get; set; }
}

internal sealed class RecoveryCodeRow
{
    public required string Hash { get; init; }

    public required Guid UserKey { get; init; }
}
