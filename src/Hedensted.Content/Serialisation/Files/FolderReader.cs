using System.Xml;
using System.Xml.Linq;

namespace Hedensted.Content.Serialisation.Files;

/// <summary>Reads every file of a uSync folder as far as kind and key; what it holds is read later.</summary>
internal sealed class FolderReader
{
    private static readonly HashSet<string> OthersElements = new(StringComparer.Ordinal)
    {
        "Template", "MemberType", "Element", "ElementContainer", "Domain", "RelationType", "Webhook", "Macro", "Member",
    };

    private readonly string _folder;
    private readonly List<ConfigFile> _items = [];
    private readonly List<USyncProblem> _problems = [];
    private readonly List<string> _notes = [];

    private FolderReader(string folder) => _folder = folder;

    /// <summary>Reads the folder; one that does not exist holds nothing.</summary>
    public static ConfigFolder Read(string folder)
    {
        var reader = new FolderReader(folder);
        reader.ReadAll();
        return new ConfigFolder(reader._items, reader._problems, reader._notes);
    }

    private void ReadAll()
    {
        if (!Directory.Exists(_folder))
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(directory);
            if (!USyncKinds.All.Any(kind => kind.Folder() == name))
            {
                _notes.Add($"Mappen {name} bruges ikke af dette system og er sprunget over.");
            }
        }

        foreach (var kind in USyncKinds.All)
        {
            var directory = Path.Combine(_folder, kind.Folder());
            if (!Directory.Exists(directory))
            {
                continue;
            }

            foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                ReadFile(kind, path);
            }
        }

        if (_items.Count > 0 && !File.Exists(Path.Combine(_folder, FolderWriter.Marker)))
        {
            _notes.Add($"{FolderWriter.Marker} mangler; filerne er læst som version 18.");
        }
    }

    private void ReadFile(USyncKind kind, string path)
    {
        var file = Path.GetRelativePath(_folder, path).Replace('\\', '/');
        if (!path.EndsWith(".config", StringComparison.OrdinalIgnoreCase))
        {
            _notes.Add($"{file} er ikke en uSync-fil og er sprunget over.");
            return;
        }

        try
        {
            if (new FileInfo(path).Length > SiteXml.MaxFileSize)
            {
                throw new ProblemException("Filen er over 16 MB.", "Så store filer kan ikke være rigtige uSync-filer; fjern den, eller eksportér den igen.");
            }

            ReadRoot(kind, file, SiteXml.Load(File.ReadAllBytes(path)));
        }
        catch (ProblemException problem)
        {
            _problems.Add(problem.In(file));
        }
        catch (XmlException exception)
        {
            _problems.Add(new USyncProblem(
                file,
                $"Filen er ikke gyldig XML (linje {exception.LineNumber}, tegn {exception.LinePosition}).",
                "Ret filen, eller hent den igen fra git. Står der <<<<<<< i den, så løs flettekonflikten."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new USyncProblem(file, "Filen kan ikke læses.", "Kontrollér rettighederne, og at ingen andre programmer bruger den."));
        }
    }

    private void ReadRoot(USyncKind kind, string file, XElement root)
    {
        var name = root.Name.LocalName;
        if (name == kind.Element() + "s")
        {
            foreach (var child in root.Elements())
            {
                ReadItem(kind, file, child, isShared: true);
            }
        }
        else
        {
            ReadItem(kind, file, root, isShared: false);
        }
    }

    private void ReadItem(USyncKind kind, string file, XElement root, bool isShared)
    {
        var name = root.Name.LocalName;
        var isEmpty = name == "Empty";
        if (name != kind.Element() && !isEmpty)
        {
            if (OthersElements.Contains(name))
            {
                _notes.Add($"{file} er af en art ({name}), som ikke bruges af dette system, og er sprunget over.");
                return;
            }

            throw USyncKinds.All.Any(other => other.Element() == name)
                ? new ProblemException($"Filen indeholder <{name}>, men ligger i mappen {kind.Folder()}.", "Flyt den til den rigtige mappe.")
                : new ProblemException($"Filen er ikke en uSync-fil (den begynder med <{name}>).", "Fjern den fra mappen.");
        }

        var alias = (string?)root.Attribute("Alias");
        if (!Guid.TryParse((string?)root.Attribute("Key"), out var key) || string.IsNullOrEmpty(alias))
        {
            throw new ProblemException("Key eller Alias mangler på det første element.", "Hent filen igen fra git, eller eksportér den igen.");
        }

        var change = !isEmpty ? EmptyChange.NotEmpty
            : (string?)root.Attribute("Change") == "Delete" ? EmptyChange.Delete
            : EmptyChange.Other;
        if ((string?)root.Attribute("Change") == "Clean")
        {
            _notes.Add($"{file} er en oprydningsmarkering og er sprunget over; en fil, der mangler, sletter aldrig noget.");
        }

        _items.Add(new ConfigFile(kind, file, key, alias, root, change) { IsShared = isShared });
    }
}
