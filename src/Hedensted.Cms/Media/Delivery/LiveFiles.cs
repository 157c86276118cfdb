using System.Collections.Immutable;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>Which files readers may fetch, those that a media item or document in the edition points at, and how they may be cut; immutable.</summary>
internal sealed class LiveFiles
{
    private readonly OwnedIndex<string, LiveFile> _files;
    private readonly OwnedIndex<PickedFocus, PickedFocus> _picks;
    private readonly OwnedIndex<DrawnCut, DrawnCut> _cuts;

    private LiveFiles(OwnedIndex<string, LiveFile> files, OwnedIndex<PickedFocus, PickedFocus> picks, OwnedIndex<DrawnCut, DrawnCut> cuts) =>
        (_files, _picks, _cuts) = (files, picks, cuts);

    /// <summary>No files.</summary>
    public static LiveFiles None { get; } = new(new(file => FolderOf(file.Path)), new(pick => pick), new(cut => cut));

    /// <summary>The file at an address below <c>/media/</c>, if readers may fetch it.</summary>
    public LiveFile? Find(string relative) => _files.Find(FolderOf(relative)).FirstOrDefault(owned => owned.Entry.Path == relative).Entry;

    /// <summary>The file that has taken the place of one that readers may not fetch any more; null when there is none.</summary>
    /// <remarks>A replaced file lies in the folder of the one before it, so an address that somebody printed or sent still leads to what it was the address of.</remarks>
    public LiveFile? Successor(string relative)
    {
        var paths = _files.Find(FolderOf(relative)).Select(owned => owned.Entry).DistinctBy(file => file.Path).Take(2).ToArray();
        return paths is [var only] && only.Path != relative ? only : null;
    }

    /// <summary>The point around which a file is cut: the one that is wanted if a page uses the picture so, else the file's own.</summary>
    public FocalPoint FocusOf(LiveFile file, FocalPoint? wanted) =>
        wanted is { } focus && OwnersOf(file).Any(owner => _picks.Find(new(owner, focus)).Count > 0) ? focus : file.Focus;

    /// <summary>The part of a file that is wanted, if an editor has drawn it: of the picture itself, or where a page uses it; else null, which is the whole.</summary>
    public PictureCut? CutOf(LiveFile file, PictureCut? wanted) =>
        wanted is { } cut && OwnersOf(file).Any(owner => _cuts.Find(new(owner, cut)).Count > 0) ? cut : null;

    /// <summary>The same with this item's files, choices and drawings instead of those it had.</summary>
    public LiveFiles With(Guid owner, ImmutableArray<LiveFile> files, ImmutableArray<PickedFocus> picks, ImmutableArray<DrawnCut> cuts)
    {
        var (nextFiles, nextPicks, nextCuts) = (_files.With(owner, files), _picks.With(owner, picks), _cuts.With(owner, cuts));
        return nextFiles == _files && nextPicks == _picks && nextCuts == _cuts ? this : new(nextFiles, nextPicks, nextCuts);
    }

    private IEnumerable<Guid> OwnersOf(LiveFile file) => _files.Find(FolderOf(file.Path)).Where(owned => owned.Entry.Path == file.Path).Select(owned => owned.Owner);

    private static string FolderOf(string relative) => relative.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? relative[..slash] : relative;
}

/// <summary>A file that readers may fetch.</summary>
/// <param name="Path">Below <c>/media/</c>.</param>
/// <param name="Focus">What a cut must not lose.</param>
internal sealed record LiveFile(string Path, FocalPoint Focus);

/// <summary>A point that a page has chosen for a picture where it uses it.</summary>
/// <param name="Media">The media item.</param>
/// <param name="Focus">What a cut must not lose there.</param>
internal readonly record struct PickedFocus(Guid Media, FocalPoint Focus);

/// <summary>A crop that an editor has drawn.</summary>
/// <param name="Media">Of which item's file.</param>
/// <param name="Cut">The part.</param>
internal readonly record struct DrawnCut(Guid Media, PictureCut Cut);
