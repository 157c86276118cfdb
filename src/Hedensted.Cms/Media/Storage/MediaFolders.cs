using System.Buffers;
using System.Globalization;
using Hedensted.Content;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Where files lie below the data folder, and the only place that turns an address into a path.</summary>
internal sealed class MediaFolders
{
    /// <summary>The first part of every file's address.</summary>
    public const string UrlPrefix = "/media/";

    private const int LongestSegment = 200;

    private static readonly SearchValues<char> Meaningful = SearchValues.Create("\\:%?#*\"<>|");

    /// <summary>The folders of this host; made when absent, those that servers share by a server that writes in them.</summary>
    public MediaFolders(DataFolder data, NodeRole role)
    {
        (Temporary, Stored) = (data.CombineShared("temp"), data.CombineShared("media"));
        Variants = Directory.CreateDirectory(data.Combine("cache", "media")).FullName;
        if (role != NodeRole.Delivery)
        {
            Directory.CreateDirectory(Temporary);
            Directory.CreateDirectory(Stored);
        }
    }

    /// <summary>Uploads that no item has taken yet.</summary>
    public string Temporary { get; }

    /// <summary>Files of media items and documents.</summary>
    public string Stored { get; }

    /// <summary>Resized pictures; may be deleted at any time.</summary>
    public string Variants { get; }

    /// <summary>The stored file at an address below <c>/media/</c>, e.g. <c>3f2a91c0/foto.jpg</c>; null when there is none.</summary>
    /// <remarks>
    /// The address has already been decoded once, so an encoded dot or slash is a real one here and anything still encoded is an ordinary
    /// character. Exactly two plain names are accepted; a name that means something to a file system is not, nor is a symbolic link.
    /// </remarks>
    public string? Find(string relative)
    {
        var segments = relative.Split('/');
        if (segments.Length != 2 || !segments.All(IsPlainName))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(Stored, segments[0], segments[1]));
        if (!path.StartsWith(Stored + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null && file.Directory?.LinkTarget is null ? path : null;
    }

    /// <summary>Where the resized pictures of a stored file lie.</summary>
    public string VariantsOf(string original) => Path.Combine(Variants, Path.GetRelativePath(Stored, original));

    /// <summary>Whether a value's <c>src</c> is an address that a stored file can have.</summary>
    public static bool IsFileUrl(string? src) =>
        src is not null
        && src.StartsWith(UrlPrefix, StringComparison.Ordinal)
        && src[UrlPrefix.Length..].Split('/') is { Length: 2 } segments
        && segments.All(IsPlainName);

    private static bool IsPlainName(string segment) =>
        segment.Length is > 0 and <= LongestSegment
        && segment[0] != '.'
        && segment[^1] is not ('.' or ' ')
        && !segment.AsSpan().ContainsAny(Meaningful)
        && !segment.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format);
}
