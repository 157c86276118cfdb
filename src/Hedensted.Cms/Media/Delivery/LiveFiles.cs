using System.Collections.Immutable;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>Which files readers may fetch: those that a media item or document in the edition points at; immutable.</summary>
internal sealed class LiveFiles
{
    private readonly ImmutableDictionary<Guid, ImmutableArray<LiveFile>> _byOwner;
    private readonly ImmutableDictionary<string, ImmutableDictionary<Guid, LiveFile>> _byPath;

    private LiveFiles(ImmutableDictionary<Guid, ImmutableArray<LiveFile>> byOwner, ImmutableDictionary<string, ImmutableDictionary<Guid, LiveFile>> byPath)
    {
        _byOwner = byOwner;
        _byPath = byPath;
    }

    /// <summary>No files.</summary>
    public static LiveFiles None { get; } = new(
        ImmutableDictionary<Guid, ImmutableArray<LiveFile>>.Empty,
        ImmutableDictionary.Create<string, ImmutableDictionary<Guid, LiveFile>>(StringComparer.Ordinal));

    /// <summary>The file at an address below <c>/media/</c>, if readers may fetch it.</summary>
    public LiveFile? Find(string relative) =>
        _byPath.TryGetValue(relative, out var owners) ? owners.Values.First() : null;

    /// <summary>The same with this item's files instead of those it had.</summary>
    public LiveFiles With(Guid owner, ImmutableArray<LiveFile> files)
    {
        if (files.IsEmpty && !_byOwner.ContainsKey(owner))
        {
            return this;
        }

        var byPath = _byPath;
        foreach (var old in _byOwner.GetValueOrDefault(owner, []))
        {
            var left = byPath[old.Path].Remove(owner);
            byPath = left.IsEmpty ? byPath.Remove(old.Path) : byPath.SetItem(old.Path, left);
        }

        foreach (var file in files)
        {
            var owners = byPath.GetValueOrDefault(file.Path, ImmutableDictionary<Guid, LiveFile>.Empty);
            byPath = byPath.SetItem(file.Path, owners.SetItem(owner, file));
        }

        return new(files.IsEmpty ? _byOwner.Remove(owner) : _byOwner.SetItem(owner, files), byPath);
    }
}

/// <summary>A file that readers may fetch.</summary>
/// <param name="Path">Below <c>/media/</c>.</param>
/// <param name="Focus">What a cut must not lose.</param>
internal sealed record LiveFile(string Path, FocalPoint Focus);

/// <summary>The point of a picture that matters most, as fractions from the left and from the top.</summary>
internal readonly record struct FocalPoint(double Left, double Top)
{
    /// <summary>The middle.</summary>
    public static FocalPoint Centre { get; } = new(0.5, 0.5);
}
