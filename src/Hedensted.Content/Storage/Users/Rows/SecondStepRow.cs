namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>The second step of a user's sign-in.</summary>
internal sealed class SecondStepRow
{
    public required Guid UserKey { get; init; }

    /// <summary>Sealed by whoever wrote it.</summary>
    public required string Secret { get; init; }

    /// <summary>The newest step that was used; it and those before it do not work again.</summary>
    public required long LastStep { get; set; }
}
