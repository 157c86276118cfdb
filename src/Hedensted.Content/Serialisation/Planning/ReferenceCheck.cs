using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Serialisation.Planning;

/// <summary>Whether everything that the site will hold after an import points at something that is there.</summary>
internal sealed class ReferenceCheck
{
    private readonly SiteState _site;
    private readonly SiteFiles _files;
    private readonly Dictionary<Guid, ContentType> _types;
    private readonly HashSet<Guid> _dataTypes;
    private readonly Dictionary<Guid, SiteNode> _nodes;
    private readonly Dictionary<Guid, string> _deleted;
    private readonly List<USyncProblem> _problems = [];

    private ReferenceCheck(SiteState site, SiteFiles files, IReadOnlyDictionary<Guid, string> deleted)
    {
        _site = site;
        _files = files;
        _types = site.ContentTypes.ToDictionary(type => type.Key);
        _dataTypes = [.. site.DataTypes.Select(type => type.Key)];
        _nodes = site.Nodes.ToDictionary(node => node.Key);
        _deleted = new Dictionary<Guid, string>(deleted);
    }

    /// <summary>The problems of a site that consists of these files and what was there, without the deleted (key → file of its mark).</summary>
    public static IReadOnlyList<USyncProblem> Check(SiteState site, SiteFiles files, IReadOnlyDictionary<Guid, string> deleted)
    {
        var check = new ReferenceCheck(site, files, deleted);
        check.Languages();
        foreach (var type in site.ContentTypes)
        {
            check.Type(type);
        }

        foreach (var node in site.Nodes)
        {
            check.Node(node);
        }

        foreach (var blueprint in site.Blueprints)
        {
            check.TypeOf(USyncKind.Blueprint, blueprint.Key, blueprint.ContentTypeKey);
        }

        return check._problems;
    }

    private void Languages()
    {
        if (_site.Languages.Count(language => language.IsDefault) != 1 && (_site.Languages.Length > 0 || _site.Nodes.Length > 0))
        {
            _problems.Add(new USyncProblem(USyncKind.Language.Folder(), "Der skal være præcis ét standardsprog.", "Sæt <IsDefault> til true i præcis én fil i Languages."));
        }

        foreach (var language in _site.Languages)
        {
            if (language.FallbackIsoCode is { } fallback
                && _site.Languages.All(other => !string.Equals(other.IsoCode, fallback, StringComparison.OrdinalIgnoreCase)))
            {
                Add(USyncKind.Language, language.Key, null, $"Reservesproget «{fallback}» findes ikke.", "Tilføj dets fil i Languages, eller ret <Fallback>.");
            }
        }
    }

    private void Type(ContentType type)
    {
        var kind = type.Kind == NodeKind.Media ? USyncKind.MediaType : USyncKind.ContentType;
        foreach (var property in type.Properties.Where(property => !_dataTypes.Contains(property.DataTypeKey)))
        {
            Add(kind, type.Key, property.DataTypeKey, $"Datatypen {property.DataTypeKey} for egenskaben «{property.Alias}» findes ikke.", "Tilføj datatypens fil i DataTypes, eller ret <Definition>.");
        }

        foreach (var same in type.Properties.GroupBy(property => property.Alias, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()))
        {
            Add(kind, type.Key, null, $"Egenskaben «{same.Key}» står der to gange.", "Slet den ene, eller giv den et andet alias.");
        }

        foreach (var composition in type.Compositions.Where(key => !_types.TryGetValue(key, out var other) || other.Kind != type.Kind))
        {
            Add(kind, type.Key, composition, $"Kompositionen {composition} findes ikke.", "Tilføj dens fil i samme mappe, eller fjern den under <Compositions>.");
        }

        if (ReachesItself(type))
        {
            Add(kind, type.Key, null, "Typen er sammensat af sig selv.", "Fjern en af kompositionerne, så ringen brydes.");
        }

        foreach (var child in type.AllowedChildren.Where(key => !_types.TryGetValue(key, out var other) || other.Kind != type.Kind))
        {
            Add(kind, type.Key, child, $"Undertypen {child} findes ikke.", "Tilføj dens fil i samme mappe, eller fjern den under <Structure>.");
        }

        if (type.CollectionKey is { } collection && !_dataTypes.Contains(collection))
        {
            Add(kind, type.Key, collection, $"Listevisningen {collection} findes ikke.", "Tilføj datatypens fil i DataTypes, eller sæt <ListView> til nul-nøglen.");
        }
    }

    private bool ReachesItself(ContentType type)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Queue<Guid>(type.Compositions);
        while (waiting.TryDequeue(out var key))
        {
            if (key == type.Key)
            {
                return true;
            }

            if (seen.Add(key) && _types.TryGetValue(key, out var next))
            {
                foreach (var composition in next.Compositions)
                {
                    waiting.Enqueue(composition);
                }
            }
        }

        return false;
    }

    private void Node(SiteNode node)
    {
        var kind = node.Kind == NodeKind.Media ? USyncKind.Media : USyncKind.Content;
        TypeOf(kind, node.Key, node.ContentTypeKey);
        if (node.ParentKey is not { } parent)
        {
            return;
        }

        if (!_nodes.TryGetValue(parent, out var above) || above.Kind != node.Kind)
        {
            Add(kind, node.Key, parent, $"Den overordnede {parent} findes ikke.", "Tilføj dens fil, eller ret <Parent>.");
        }
        else if (IsBelowItself(node))
        {
            Add(kind, node.Key, null, "Siden står under sig selv.", "Ret <Parent>.");
        }
        else if (above.Trashed && !node.Trashed)
        {
            Add(kind, node.Key, null, "Den overordnede ligger i papirkurven.", "Gendan den, eller ret <Parent>.");
        }
    }

    private void TypeOf(USyncKind kind, Guid key, Guid typeKey)
    {
        if (!_types.TryGetValue(typeKey, out var type))
        {
            Add(kind, key, typeKey, $"Typen {typeKey} findes ikke.", "Tilføj dens fil, eller flyt siderne til en anden type først.");
        }
        else if (type.IsElement)
        {
            Add(kind, key, null, $"Typen «{type.Alias}» er en elementtype og kan kun bruges i blokke.", "Ret <ContentType> til en dokumenttype.");
        }
    }

    private bool IsBelowItself(SiteNode node)
    {
        var next = node;
        for (var steps = 0; steps <= _nodes.Count; steps++)
        {
            if (next.ParentKey is not { } key || !_nodes.TryGetValue(key, out next!))
            {
                return false;
            }
        }

        return true;
    }

    // What the files say, or what they take away: a flaw that the site had before is not the import's.
    private void Add(USyncKind kind, Guid key, Guid? missing, string what, string remedy)
    {
        if (_files.Files.TryGetValue((kind, key), out var file))
        {
            _problems.Add(new USyncProblem(file, what, remedy));
        }
        else if (missing is { } target && _deleted.TryGetValue(target, out var mark))
        {
            _problems.Add(new USyncProblem(mark, $"Det slettede bruges stadig af {kind.DanishName()} {key}.", "Slet eller ret det, der bruger det, i samme import, eller fjern markeringen."));
        }
    }
}
