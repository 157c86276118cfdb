namespace Hedensted.Content.Storage.Users.Rows;

/// <summary>A key that a program signs in with.</summary>
internal sealed class ApiClientRow
{
    public required string ClientId { get; init; }

    public required Guid UserKey { get; init; }

    public required string SecretHash { get; init; }
}
