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
            var content = change.Next.FindMedia(key)?.Content;
            files = files.With(key, FilesOf(content), [], content is null ? [] : CutsOf(key, content));
        }

        foreach (var key in change.Documents)
        {
            // Most documents have no file of their own and no choice about a picture, and need not be decoded to tell.
            var document = change.Next.Find(key);
            files = files.With(
                key,
                document is not null && document.MayContainName("\"src\""u8) ? FilesOf(document.Content) : [],
                document is not null && document.MayContainName("\"focalPoint\""u8) ? PicksOf(document.Content) : [],
                document is not null && document.MayContainName("\"coordinates\""u8) ? CutsOf(key, document.Content) : []);
        }

        return files;
    }

    private static ImmutableArray<LiveFile> FilesOf(NodeContent? content) => content is null
        ? []
        : [.. content.Values.SelectMany(value => ObjectsIn(value.Value)).Select(FileOf).OfType<LiveFile>().DistinctBy(file => file.Path)];

    private static ImmutableArray<PickedFocus> PicksOf(NodeContent content) =>
        [.. content.Values.SelectMany(value => ObjectsIn(value.Value)).Select(PickOf).OfType<PickedFocus>().Distinct()];

    // What is drawn stands beside the file itself, or beside the key of the media item where a page uses it.
    private static ImmutableArray<DrawnCut> CutsOf(Guid owner, NodeContent content) =>
    [
        .. content.Values.SelectMany(value => ObjectsIn(value.Value))
            .Where(value => value.TryGetProperty("crops", out var crops) && crops.ValueKind == JsonValueKind.Array)
            .SelectMany(value => value.GetProperty("crops").EnumerateArray().Select(PictureCut.In).OfType<PictureCut>()
                .Select(cut => new DrawnCut(MediaOf(value) ?? owner, cut)))
            .Distinct(),
    ];

    private static Guid? MediaOf(JsonElement value) =>
        value.TryGetProperty("mediaKey", out var media) && media.ValueKind == JsonValueKind.String && media.TryGetGuid(out var key) ? key : null;

    // A file is an object with a source. Pickers and links point at media by key and are not files of their own.
    private static LiveFile? FileOf(JsonElement value) =>
        value.TryGetProperty("src", out var source) && source.ValueKind == JsonValueKind.String && MediaFolders.IsFileUrl(source.GetString())
            ? new(source.GetString()![MediaFolders.UrlPrefix.Length..], FocalPoint.In(value) ?? FocalPoint.Centre)
            : null;

    private static PickedFocus? PickOf(JsonElement value) =>
        MediaOf(value) is { } media && FocalPoint.In(value) is { } focus ? new(media, focus) : null;

    private static IEnumerable<JsonElement> ObjectsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => ObjectsIn(property.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ObjectsIn),
        _ => [],
    };
}
