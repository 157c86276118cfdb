using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users.Rows;

namespace Hedensted.Content.Storage.Users;

/// <summary>Between rows and the model.</summary>
internal static class UserMapping
{
    public static User ToUser(this UserRow row) => new()
    {
        Key = row.Key,
        Name = row.Name,
        Email = row.Email,
        Kind = Enum.Parse<UserKind>(row.Kind),
        State = Enum.Parse<UserState>(row.State),
        LanguageIsoCode = row.LanguageIsoCode,
        GroupKeys = Keys(row.Groups),
        DocumentStartNodeKeys = Keys(row.DocumentStartNodes),
        MediaStartNodeKeys = Keys(row.MediaStartNodes),
        DocumentRootAccess = row.DocumentRoot,
        MediaRootAccess = row.MediaRoot,
        Avatar = row.Avatar,
        CreateDate = At(row.CreatedAt),
        UpdateDate = At(row.UpdatedAt),
        LastLoginDate = row.LastLoginAt is { } login ? At(login) : null,
        PasswordChangeDate = row.PasswordChangedAt is { } changed ? At(changed) : null,
    };

    public static UserRow ToRow(this User user, string? passwordHash) => new()
    {
        Key = user.Key,
        Name = user.Name,
        Email = user.Email,
        EmailKey = EmailKey(user.Email),
        PasswordHash = passwordHash,
        Kind = user.Kind.ToString(),
        State = user.State.ToString(),
        LanguageIsoCode = user.LanguageIsoCode,
        Groups = Json(user.GroupKeys),
        DocumentStartNodes = Json(user.DocumentStartNodeKeys),
        MediaStartNodes = Json(user.MediaStartNodeKeys),
        DocumentRoot = user.DocumentRootAccess,
        MediaRoot = user.MediaRootAccess,
        Avatar = user.Avatar,
        CreatedAt = user.CreateDate.ToUnixTimeMilliseconds(),
        UpdatedAt = user.UpdateDate.ToUnixTimeMilliseconds(),
        LastLoginAt = user.LastLoginDate?.ToUnixTimeMilliseconds(),
    };

    /// <summary>Writes what an administrator may change.</summary>
    public static void Become(this UserRow row, User user)
    {
        (row.Name, row.Email, row.EmailKey) = (user.Name, user.Email, EmailKey(user.Email));
        (row.LanguageIsoCode, row.Groups) = (user.LanguageIsoCode, Json(user.GroupKeys));
        (row.DocumentStartNodes, row.DocumentRoot) = (Json(user.DocumentStartNodeKeys), user.DocumentRootAccess);
        (row.MediaStartNodes, row.MediaRoot) = (Json(user.MediaStartNodeKeys), user.MediaRootAccess);
        row.UpdatedAt = user.UpdateDate.ToUnixTimeMilliseconds();
    }

    public static UserGroup ToGroup(this UserGroupRow row) =>
        JsonSerializer.Deserialize<UserGroup>(row.Data) ?? throw new InvalidOperationException($"The group {row.Key} cannot be read.");

    public static UserGroupRow ToRow(this UserGroup group) => new() { Key = group.Key, Alias = group.Alias, Data = JsonSerializer.Serialize(group) };

    /// <summary>E-mail addresses are compared without case and outer blanks.</summary>
    public static string EmailKey(string email) => email.Trim().ToUpperInvariant();

    private static ImmutableArray<Guid> Keys(string json) => JsonSerializer.Deserialize<ImmutableArray<Guid>>(json);

    private static string Json(ImmutableArray<Guid> keys) => JsonSerializer.Serialize(keys);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
