namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A letter in the outbox.</summary>
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
