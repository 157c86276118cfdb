namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>What the backoffice keeps for a user.</summary>
internal sealed class UserDataRow
{
    public required Guid Key { get; init; }

    public required Guid UserKey { get; init; }

    public required string Group { get; set; }

    public required string Identifier { get; set; }

    public required string Value { get; set; }
}
