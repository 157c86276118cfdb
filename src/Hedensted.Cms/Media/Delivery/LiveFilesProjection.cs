using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>Keeps <see cref="LiveFiles"/> in step with the edition, so that a trashed item's file is gone when the item is.</summary>
internal sealed class LiveFilesProjection : IEditionProjection
{
    /// <inheritdoc/>
    public Type ResultType => typeof(LiveFiles);

    /// <inheritdoc/>
    public object Project(EditionChange change, object? previous)
    {
        var files = previous as LiveFiles ?? LiveFiles.None;
        foreach (var key in change.Media)
        {
            files = files.With(key, FilesOf(change.Next.FindMedia(key)?.Content));
        }

        foreach (var key in change.Documents)
        {
            // Most documents have no file of their own, and need not be decoded to tell.
            files = files.With(key, change.Next.Find(key) is { } document && document.MayContainName("\"src\""u8) ? FilesOf(document.Content) : []);
        }

        return files;
    }

    private static ImmutableArray<LiveFile> FilesOf(NodeContent? content) => content is null
        ? []
        : [.. content.Values.SelectMany(value => FilesIn(value.Value)).DistinctBy(file => file.Path)];

    // A file is an object with a source. Pickers and links point at media by key and are not files of their own.
    private static IEnumerable<LiveFile> FilesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("src", out var source) => source.ValueKind == JsonValueKind.String && MediaFolders.IsFileUrl(source.GetString())
            ? [new(source.GetString()![MediaFolders.UrlPrefix.Length..], FocusOf(value))]
            : [],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => FilesIn(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(FilesIn),
        _ => [],
    };

    private static FocalPoint FocusOf(JsonElement file) =>
        file.TryGetProperty("focalPoint", out var point) && point.ValueKind == JsonValueKind.Object
        && point.TryGetProperty("left", out var left) && left.TryGetDouble(out var x)
        && point.TryGetProperty("top", out var top) && top.TryGetDouble(out var y)
            ? new(Math.Clamp(x, 0, 1), Math.Clamp(y, 0, 1))
            : FocalPoint.Centre;
}
