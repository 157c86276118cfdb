namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A group.</summary>
internal sealed class UserGroupRow
{
    public required Guid Key { get; init; }

    public required string Alias { get; set; }

    /// <summary>The whole group as JSON.</summary>
    public required string Data { get; set; }
}
