using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Planning;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>Reads a uSync folder: first types, then, by their help, documents, media and templates.</summary>
internal sealed class SiteReader
{
    private readonly SiteState _live;
    private readonly List<USyncProblem> _problems = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<(USyncKind Kind, Guid Key), string> _files = [];
    private List<ConfigFile> _deleted = [];

    private SiteReader(SiteState live) => _live = live;

    /// <summary>Reads the folder; types that it lacks are looked for on the live site.</summary>
    public static SiteFiles Read(string folder, SiteState live) => new SiteReader(live).ReadFolder(folder);

    private SiteFiles ReadFolder(string folder)
    {
        var config = FolderReader.Read(folder);
        _problems.AddRange(config.Problems);
        _notes.AddRange(config.Notes);
        if (!Directory.Exists(folder))
        {
            _problems.Add(new USyncProblem(folder, "Mappen findes ikke.", "Angiv mappen med uSync-filerne, den der hedder «v18», med --folder."));
        }
        else if (config.Items.Count == 0 && _problems.Count == 0)
        {
            _problems.Add(new USyncProblem(folder, "Mappen indeholder ingen uSync-filer.", "Angiv mappen, der indeholder ContentTypes, DataTypes og de andre, med --folder."));
        }

        var items = WithoutDuplicates(config.Items.Where(item => item.Change == EmptyChange.NotEmpty));
        _deleted = Deleted(config.Items, items);
        var state = ReadTypes(items);
        state = ReadNodes(items, state);
        return new SiteFiles { State = state, Files = _files, Deleted = _deleted, Problems = _problems, Notes = _notes };
    }

    private List<ConfigFile> WithoutDuplicates(IEnumerable<ConfigFile> items)
    {
        var kept = new List<ConfigFile>();
        foreach (var same in items.GroupBy(item => (item.Kind, Key: item.Kind == USyncKind.Language ? SafeNames.LanguageKey(item.Root.Text("IsoCode")) : item.Key)))
        {
            var first = same.OrderBy(item => item.File.Length).ThenBy(item => item.File, StringComparer.Ordinal).First();
            kept.Add(first);
            _files[same.Key] = first.File;
            foreach (var other in same.Where(item => item != first))
            {
                if (SiteXml.Save(other.Root).AsSpan().SequenceEqual(SiteXml.Save(first.Root)))
                {
                    _notes.Add($"{other.File} siger det samme som {first.File} og kan slettes.");
                }
                else
                {
                    _problems.Add(new USyncProblem(other.File, $"Nøglen {other.Key} står også i {first.File}, med andet indhold.", "Behold den rigtige af de to filer, og slet den anden."));
                }
            }
        }

        return kept;
    }

    // Deleted and made again (or renamed back): the mark is history.
    private List<ConfigFile> Deleted(IEnumerable<ConfigFile> all, List<ConfigFile> items)
    {
        var marks = new List<ConfigFile>();
        foreach (var mark in all.Where(item => item.Change == EmptyChange.Delete))
        {
            var isBack = items.Any(item => item.Kind == mark.Kind
                && (item.Key == mark.Key
                    || (item.Kind is not (USyncKind.Content or USyncKind.Media or USyncKind.DataType) && string.Equals(item.Alias, mark.Alias, StringComparison.OrdinalIgnoreCase))));
            if (mark.Kind == USyncKind.Media)
            {
                _notes.Add($"{mark.File} siger, at et medie er slettet. Medier slettes aldrig ved import; slet det i backoffice.");
            }
            else if (!isBack)
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    private SiteState ReadTypes(List<ConfigFile> items)
    {
        var languages = ReadEach(items, USyncKind.Language, TypeReader.Language);
        var dictionary = ReadEach(items, USyncKind.Dictionary, TypeReader.Dictionary);
        var types = ReadEach(items, USyncKind.ContentType, file => (File: file, Type: TypeReader.ContentType(file)))
            .AddRange(ReadEach(items, USyncKind.MediaType, file => (File: file, Type: TypeReader.ContentType(file))));
        var state = new SiteState
        {
            Languages = languages,
            Dictionary = [.. dictionary.Select(each => WithParent(each.Item, each.ParentName, dictionary))],
            DataTypes = ReadEach(items, USyncKind.DataType, TypeReader.DataType),
            ContentTypes = [.. types.Select(each => each.Type)],
        };
        AliasClashes(state);
        var all = SiteMerge.Merge(_live, state, []).ContentTypes.ToDictionary(type => type.Key);
        return state with { ContentTypes = [.. types.Select(each => ContainerLinks.Resolve(each.Type, each.File, all, _problems))] };
    }

    private DictionaryItem WithParent(DictionaryItem item, string parentName, IEnumerable<(DictionaryItem Item, string ParentName)> inFiles)
    {
        if (parentName.Length == 0)
        {
            return item;
        }

        var parent = inFiles.Select(each => each.Item).Concat(_live.Dictionary)
            .FirstOrDefault(other => string.Equals(other.Name, parentName, StringComparison.OrdinalIgnoreCase));
        if (parent is null)
        {
            _problems.Add(new USyncProblem(_files[(USyncKind.Dictionary, item.Key)], $"Ordet «{parentName}», som dette står under, findes ikke.", "Tilføj dets fil i Dictionary, eller ret <Parent>."));
        }

        return item with { ParentKey = parent?.Key };
    }

    private void AliasClashes(SiteState state)
    {
        var live = _live.ContentTypes.Where(type => _deleted.All(mark => mark.Key != type.Key)).ToArray();
        foreach (var type in state.ContentTypes)
        {
            bool Clashes(ContentType other) =>
                other.Key != type.Key && other.Kind == type.Kind && string.Equals(other.Alias, type.Alias, StringComparison.OrdinalIgnoreCase);
            var file = _files[(type.Kind == NodeKind.Media ? USyncKind.MediaType : USyncKind.ContentType, type.Key)];
            if (state.ContentTypes.Any(Clashes))
            {
                _problems.Add(new USyncProblem(file, $"To filer har aliasset «{type.Alias}».", "Giv den ene et andet alias, eller slet den."));
            }
            else if (live.Any(other => Clashes(other) && state.ContentTypes.All(mine => mine.Key != other.Key)))
            {
                _problems.Add(new USyncProblem(file, $"Systemet har allerede en anden type med aliasset «{type.Alias}».", "Ret nøglen i filen til den, systemet har, eller slet typen i systemet først."));
            }
        }

        foreach (var same in state.Dictionary.GroupBy(item => item.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()))
        {
            _problems.Add(new USyncProblem(_files[(USyncKind.Dictionary, same.Last().Key)], $"To filer har ordet «{same.Key}».", "Giv det ene et andet navn, eller slet den ene fil."));
        }
    }

    private SiteState ReadNodes(List<ConfigFile> items, SiteState state)
    {
        var merged = SiteMerge.Merge(_live, state, [.. _deleted.Select(mark => mark.Key)]);
        if (SiteMerge.TrySchema(merged) is not { } schema)
        {
            return state; // the clash of aliases is reported; without types no document can be read
        }

        var reader = new NodeReader(schema);
        var nodes = ReadEach(items, USyncKind.Media, file => reader.Read(file, _problems))
            .AddRange(ReadEach(items, USyncKind.Content, file => reader.Read(file, _problems)));
        return state with { Nodes = nodes, Blueprints = ReadEach(items, USyncKind.Blueprint, file => BlueprintNode.ToBlueprint(reader.Read(file, _problems))) };
    }

    private ImmutableArray<T> ReadEach<T>(IEnumerable<ConfigFile> items, USyncKind kind, Func<ConfigFile, T> read)
    {
        var things = ImmutableArray.CreateBuilder<T>();
        foreach (var file in items.Where(item => item.Kind == kind))
        {
            try
            {
                things.Add(read(file));
            }
            catch (ProblemException problem)
            {
                _problems.Add(problem.In(file.File));
            }
        }

        return things.ToImmutable();
    }
}
