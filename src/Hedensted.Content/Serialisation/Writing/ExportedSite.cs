using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Serialisation.Writing;

/// <summary>What a site looks like as files at one moment, kept so that a later moment can be compared with it.</summary>
internal sealed class ExportedSite
{
    private readonly IReadOnlyList<SiteFile> _files;
    private readonly Dictionary<(USyncKind Kind, Guid Key), byte[]> _bytes;

    /// <summary>The site as of now.</summary>
    public ExportedSite(SiteState site)
    {
        _files = SiteWriter.Write(site);
        _bytes = _files.ToDictionary(file => (file.Kind, file.Key), file => SiteXml.Save(file.Root));
    }

    /// <summary>Things that are new or read otherwise than before.</summary>
    public IReadOnlyList<SiteFile> ChangedSince(ExportedSite before) =>
    [
        .. _files.Where(file => !before._bytes.TryGetValue((file.Kind, file.Key), out var old)
            || !old.AsSpan().SequenceEqual(_bytes[(file.Kind, file.Key)])),
    ];

    /// <summary>Whether the thing was there before and is not now.</summary>
    public bool IsGone(ExportedSite before, (USyncKind Kind, Guid Key) item) => before._bytes.ContainsKey(item) && !_bytes.ContainsKey(item);
}
