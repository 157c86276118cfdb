using System.Xml;
using System.Xml.Linq;

namespace Hedensted.Content.Serialisation.Files;

/// <summary>A thing to be written.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its identity in files.</param>
/// <param name="FileName">The file name without extension that it gets when that is free.</param>
/// <param name="Root">Its element.</param>
internal sealed record SiteFile(USyncKind Kind, Guid Key, string FileName, XElement Root);

/// <summary>
/// Writes things into a uSync folder: a thing keeps the file that it has, a second one of the same name gets a suffix, an
/// unchanged file is not touched, and each file is replaced whole.
/// </summary>
internal sealed class FolderWriter
{
    /// <summary>The file that tells which version wrote the folder.</summary>
    public const string Marker = "usync.config";

    private readonly string _folder;
    private readonly ILookup<(USyncKind Kind, Guid Key), ConfigFile> _existing;
    private readonly Dictionary<string, Guid> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<USyncWrittenFile> _written = [];

    /// <summary>Opens a folder that reads without problems.</summary>
    public FolderWriter(string folder, ConfigFolder existing)
    {
        _folder = folder;
        _existing = existing.Items.ToLookup(item => (item.Kind, item.Key));
        foreach (var item in existing.Items)
        {
            _taken[item.File] = item.Key;
        }

        Live = [.. existing.Items.Where(item => item.Change == EmptyChange.NotEmpty)];
    }

    /// <summary>The things that the folder held when it was opened.</summary>
    public IReadOnlyList<ConfigFile> Live { get; }

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<USyncWrittenFile> Written => _written;

    /// <summary>Writes the marker where there is none.</summary>
    public void WriteMarker()
    {
        if (!File.Exists(Path.Combine(_folder, Marker)))
        {
            var marker = new XElement(
                "uSync", new XAttribute("version", "18.1.1.0"), new XAttribute("format", "10.7.0"), new XAttribute("hmac", ""));
            Replace(Marker, SiteXml.Save(marker));
        }
    }

    /// <summary>Writes a thing, unless its file already says the same.</summary>
    public void Write(SiteFile item)
    {
        var (plain, suffixed) = SafeNames.FileNames(item.FileName, item.Key);
        var own = _existing[(item.Kind, item.Key)].ToList();
        var kept = own
            .Where(file => Path.GetFileName(file.File) is var name
                && (Same(name, plain) || Same(name, suffixed) || Same(name, $"{item.Key}.config")))
            .OrderBy(file => file.Change)
            .FirstOrDefault();
        var target = kept?.File ?? Free(item, plain, suffixed, $"{item.Key}.config");
        _taken[target] = item.Key;
        var bytes = SiteXml.Save(item.Root);
        if (!SaysTheSame(target, bytes))
        {
            Replace(target, bytes);
            _written.Add(new USyncWrittenFile(item.Kind, target, kept?.Change == EmptyChange.NotEmpty ? USyncChange.Update : USyncChange.Create));
        }

        foreach (var old in own.Where(file => file.Change == EmptyChange.NotEmpty && file.File != target))
        {
            Mark(old, "Rename", USyncChange.Update);
        }
    }

    /// <summary>Replaces the file of a thing by a mark that it was deleted.</summary>
    public void Delete(ConfigFile item) => Mark(item, "Delete", USyncChange.Delete);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // Two keys may share a suffix; the last name is always free.
    private string Free(SiteFile item, params ReadOnlySpan<string> names)
    {
        var file = "";
        foreach (var name in names)
        {
            file = $"{item.Kind.Folder()}/{name}";
            if (!_taken.TryGetValue(file, out var owner) || owner == item.Key)
            {
                break;
            }
        }

        return file;
    }

    private void Mark(ConfigFile item, string change, USyncChange reported)
    {
        var mark = new XElement(
            "Empty",
            new XAttribute("Key", item.Key),
            new XAttribute("Alias", item.Alias),
            new XAttribute("Change", change));
        if (item.Kind is USyncKind.Content or USyncKind.Media or USyncKind.Blueprint)
        {
            mark.Add(item.Root.Attribute("Level"));
        }

        Replace(item.File, SiteXml.Save(mark));
        _written.Add(new USyncWrittenFile(item.Kind, item.File, reported));
    }

    // Equal but for white space, byte-order mark and newlines is equal: version control should not see a change.
    private bool SaysTheSame(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder, file);
        if (!File.Exists(path))
        {
            return false;
        }

        var old = File.ReadAllBytes(path);
        if (old.AsSpan().SequenceEqual(bytes))
        {
            return true;
        }

        try
        {
            return SiteXml.Save(SiteXml.Load(old)).AsSpan().SequenceEqual(bytes);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    // Whole or not at all. It is not forced to disk: what it says stands in the database.
    private void Replace(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".tmp";
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
    }
}
