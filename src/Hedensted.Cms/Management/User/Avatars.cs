using System.Security.Cryptography;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>Portraits of users: inspected uploads under names that nobody can guess, outside the media library.</summary>
internal sealed class Avatars(DataFolder folder, TemporaryFiles uploads, UserAdministration administration, TimeProvider time)
{
    /// <summary>Where portraits are served.</summary>
    public const string Root = "/umbraco/avatars";

    private const int Sizes = 5;
    private const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The addresses of a user's portrait, one for each size that the backoffice asks for; none when there is no portrait.</summary>
    public static IReadOnlyList<string> UrlsOf(Content.Model.User user) =>
        user.Avatar is { } file ? [.. Enumerable.Repeat($"{Root}/{file}", Sizes)] : [];

    /// <summary>Makes an upload the user's portrait.</summary>
    public async Task<UserOperationStatus> SetAsync(Guid userKey, Guid uploadId, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(uploadId, cancellationToken) is not { } upload)
        {
            return UserOperationStatus.AvatarFileNotFound;
        }

        if (upload.Kind.Content is not FileContent.Picture || upload.Bytes > MostBytes)
        {
            return UserOperationStatus.InvalidAvatar;
        }

        var file = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}.{upload.Extension}";
        Directory.CreateDirectory(Folder);
        File.Copy(uploads.ContentPath(uploadId), Path.Combine(Folder, file));
        Remove(await administration.SetAvatarAsync(userKey, file, time.GetUtcNow(), cancellationToken));
        return UserOperationStatus.Success;
    }

    /// <summary>Takes the user's portrait away.</summary>
    public async Task ClearAsync(Guid userKey, CancellationToken cancellationToken) =>
        Remove(await administration.SetAvatarAsync(userKey, null, time.GetUtcNow(), cancellationToken));

    /// <summary>A portrait's file and content type; null when there is none of that name.</summary>
    public (string Path, string ContentType)? Find(string name)
    {
        var path = Path.Combine(Folder, Path.GetFileName(name));
        return FileKind.ByExtension(Path.GetExtension(name).TrimStart('.')) is { Content: FileContent.Picture } kind && File.Exists(path) ? (path, kind.ContentType) : null;
    }

    private string Folder => folder.CombineShared("avatars");

    private void Remove(string? file)
    {
        if (file is not null)
        {
            File.Delete(Path.Combine(Folder, file));
        }
    }
}
