using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Serialisation.Planning;

/// <summary>The difference between what a folder says and what the site is. Only a mark deletes; a missing file never does.</summary>
internal sealed class Planner
{
    private readonly SiteFiles _files;
    private readonly SiteState _live;
    private readonly List<USyncPlanEntry> _entries = [];
    private readonly List<USyncProblem> _problems;
    private readonly Dictionary<Guid, string> _deleted = [];

    private readonly ContentValidator _validator;

    private Planner(SiteFiles files, SiteState live, ContentValidator validator)
    {
        _files = files;
        _live = live;
        _validator = validator;
        _problems = [.. files.Problems];
    }

    /// <summary>The plan; with problems it changes nothing. What breaks the validator's rules may be imported, never published.</summary>
    public static USyncPlan Plan(SiteFiles files, SiteState live, ContentValidator? validator = null) => new Planner(files, live, validator ?? new ContentValidator()).Plan();

    private USyncPlan Plan()
    {
        var wanted = _files.State with { Languages = Languages(), Dictionary = Dictionary() };
        var deletes = Deletes(wanted);
        var merged = SiteMerge.Merge(_live, wanted, _deleted.Keys.ToHashSet());
        _problems.AddRange(ReferenceCheck.Check(merged, _files, _deleted));
        if (_problems.Count > 0 || SiteMerge.TrySchema(merged) is not { } schema)
        {
            return Refused();
        }

        var changes = new SiteChanges
        {
            Languages = Changed(wanted.Languages, _live.Languages, _ => USyncKind.Language, language => language.Key, language => language.Name, ItemFields.Of),
            Dictionary = Changed(wanted.Dictionary, _live.Dictionary, _ => USyncKind.Dictionary, item => item.Key, item => item.Name, ItemFields.Of),
            DataTypes = Changed(wanted.DataTypes, _live.DataTypes, _ => USyncKind.DataType, type => type.Key, type => type.Name, ItemFields.Of),
            ContentTypes = Changed(CompositionsFirst(wanted.ContentTypes), _live.ContentTypes, KindOf, type => type.Key, type => type.Name, ItemFields.Of),
            Nodes = Changed(
                ParentsFirst(wanted.Nodes), _live.Nodes, KindOf, node => node.Key, node => node.Content.NameIn(schema.DefaultLanguage?.IsoCode), node => ItemFields.Of(node, schema), KeepComputed),
            Deletes = deletes,
            Blueprints = Changed(
                wanted.Blueprints, _live.Blueprints, _ => USyncKind.Blueprint, blueprint => blueprint.Key, blueprint => blueprint.Name, blueprint => ItemFields.Of(BlueprintNode.Of(blueprint), schema), KeepPlace),
        };
        foreach (var node in changes.Nodes)
        {
            CheckPublished(node, schema);
        }

        return _problems.Count > 0 ? Refused() : new USyncPlan([.. _entries.OrderBy(entry => entry.Change == USyncChange.Delete).ThenBy(entry => entry.Kind)], [], [.. _files.Notes], changes);
    }

    private USyncPlan Refused() => new([], [.. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal)], [.. _files.Notes], new SiteChanges());

    private void CheckPublished(SiteNode node, ContentSchema schema)
    {
        if (node.Trashed || node.PublishedCultures.IsEmpty || schema.FindType(node.ContentTypeKey) is not { } type)
        {
            return;
        }

        foreach (var error in _validator.Validate(schema, type, node.Content, type.VariesByCulture ? node.PublishedCultures : []))
        {
            var field = error.Alias is null ? "Navnet" : $"Feltet «{error.Alias}»";
            _problems.Add(new USyncProblem(
                _files.Files[(USyncKind.Content, node.Key)], $"{field} kan ikke udgives: {error.Message}", "Ret det, eller sæt <Published> til false."));
        }
    }

    // Languages are matched by ISO code. A new default takes the mark from the old one, whether or not that has a file.
    private ImmutableArray<Language> Languages()
    {
        var wanted = _files.State.Languages
            .Select(language => _live.Languages.FirstOrDefault(old => Same(old.IsoCode, language.IsoCode)) is { } old ? language with { Key = old.Key, IsoCode = old.IsoCode } : language)
            .ToList();
        if (wanted.Exists(language => language.IsDefault))
        {
            wanted.AddRange(_live.Languages
                .Where(old => old.IsDefault && wanted.TrueForAll(language => language.Key != old.Key))
                .Select(old => old with { IsDefault = false }));
        }

        return [.. wanted];
    }

    // An item that is there under another key keeps its own; what stands below it in the files follows.
    private ImmutableArray<DictionaryItem> Dictionary()
    {
        var liveKeys = _live.Dictionary.Select(item => item.Key).ToHashSet();
        var keys = _files.State.Dictionary
            .Where(item => !liveKeys.Contains(item.Key))
            .Select(item => (item.Key, Old: _live.Dictionary.FirstOrDefault(old => Same(old.Name, item.Name))))
            .Where(pair => pair.Old is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Old!.Key);
        Guid Live(Guid key) => keys.GetValueOrDefault(key, key);
        return [.. _files.State.Dictionary.Select(item => item with { Key = Live(item.Key), ParentKey = item.ParentKey is { } parent ? Live(parent) : null })];
    }

    private ImmutableArray<Guid> Deletes(SiteState wanted)
    {
        foreach (var mark in _files.Deleted)
        {
            foreach (var (kind, key, name) in Targets(mark, wanted))
            {
                if (_deleted.TryAdd(key, mark.File))
                {
                    _entries.Add(new USyncPlanEntry(kind, key, name, mark.File, USyncChange.Delete, []));
                }
            }
        }

        // Leaves before what they stand on: documents, then types, then data types, then the rest.
        return [.. _entries.OrderByDescending(entry => entry.Kind).Select(entry => entry.Key)];
    }

    private IEnumerable<(USyncKind Kind, Guid Key, string Name)> Targets(ConfigFile mark, SiteState wanted) => mark.Kind switch
    {
        USyncKind.Language => _live.Languages.Where(language => Same(language.IsoCode, mark.Alias)).Select(language => (mark.Kind, language.Key, language.Name)),
        USyncKind.Dictionary => _live.Dictionary.Where(item => item.Key == mark.Key).Select(item => (mark.Kind, item.Key, item.Name)),
        USyncKind.DataType => _live.DataTypes.Where(type => type.Key == mark.Key).Select(type => (mark.Kind, type.Key, type.Name)),
        USyncKind.ContentType or USyncKind.MediaType => _live.ContentTypes.Where(type => type.Key == mark.Key).Select(type => (mark.Kind, type.Key, type.Name)),
        USyncKind.Content => Branch(mark.Key, wanted),
        USyncKind.Blueprint => _live.Blueprints.Where(blueprint => blueprint.Key == mark.Key).Select(blueprint => (mark.Kind, blueprint.Key, blueprint.Name)),
        _ => [],
    };

    // A document goes with everything below it, except what the files keep or place elsewhere. Children come first.
    private IEnumerable<(USyncKind Kind, Guid Key, string Name)> Branch(Guid key, SiteState wanted)
    {
        if (_live.Nodes.FirstOrDefault(node => node.Key == key && node.Kind == NodeKind.Document) is not { } root)
        {
            return [];
        }

        var kept = wanted.Nodes.Select(node => node.Key).ToHashSet();
        var children = _live.Nodes.Where(node => node.ParentKey is not null).ToLookup(node => node.ParentKey!.Value);
        var branch = new List<SiteNode> { root };
        for (var i = 0; i < branch.Count; i++)
        {
            branch.AddRange(children[branch[i].Key].Where(child => !kept.Contains(child.Key)));
        }

        branch.Reverse();
        return branch.Select(node => (USyncKind.Content, node.Key, node.Content.NameIn(null)));
    }

    private ImmutableArray<T> Changed<T>(
        IEnumerable<T> wanted,
        ImmutableArray<T> live,
        Func<T, USyncKind> kind,
        Func<T, Guid> key,
        Func<T, string> name,
        Func<T, IEnumerable<(string, string)>> fields,
        Func<T, T, T>? keep = null)
        where T : class
    {
        var old = live.ToDictionary(key);
        var changed = ImmutableArray.CreateBuilder<T>();
        foreach (var item in wanted)
        {
            var file = _files.Files.GetValueOrDefault((kind(item), key(item)), FileOf(item));
            if (!old.TryGetValue(key(item), out var was))
            {
                changed.Add(item);
                _entries.Add(new USyncPlanEntry(kind(item), key(item), name(item), file, USyncChange.Create, []));
                continue;
            }

            var differences = ItemFields.Differences(fields(was), fields(item)).ToImmutableArray();
            if (!differences.IsEmpty)
            {
                changed.Add(keep is null ? item : keep(item, was));
                _entries.Add(new USyncPlanEntry(kind(item), key(item), name(item), file, USyncChange.Update, differences));
            }
        }

        return changed.ToImmutable();
    }

    // Languages and dictionary items may live under another key than their file says.
    private string FileOf(object item) => item switch
    {
        Language language => _files.Files.GetValueOrDefault((USyncKind.Language, SafeNames.LanguageKey(language.IsoCode)), USyncKind.Language.Folder()),
        DictionaryItem word => _files.State.Dictionary.FirstOrDefault(each => Same(each.Name, word.Name)) is { } same ? _files.Files[(USyncKind.Dictionary, same.Key)] : "",
        _ => "",
    };

    // The size of an image follows from its file, which is not in the folder; when it was made is not changed afterwards.
    private static SiteNode KeepComputed(SiteNode node, SiteNode old) => node with
    {
        CreateDate = old.CreateDate,
        IsExample = old.IsExample,
        Content = node.Content with { Values = [.. node.Content.Values, .. MediaFields.Of(old)] },
    };

    // Files do not say which folder of the settings a template lies in.
    private static Blueprint KeepPlace(Blueprint blueprint, Blueprint old) => blueprint with { Folder = old.Folder, CreateDate = old.CreateDate };

    private static USyncKind KindOf(ContentType type) => type.Kind == NodeKind.Media ? USyncKind.MediaType : USyncKind.ContentType;

    private static USyncKind KindOf(SiteNode node) => node.Kind == NodeKind.Media ? USyncKind.Media : USyncKind.Content;

    private static List<ContentType> CompositionsFirst(ImmutableArray<ContentType> types) =>
        InOrder(types, type => type.Key, type => type.Compositions);

    private static List<SiteNode> ParentsFirst(ImmutableArray<SiteNode> nodes) =>
        InOrder(nodes.OrderBy(node => node.SortOrder), node => node.Key, node => node.ParentKey is { } parent ? [parent] : []);

    private static List<T> InOrder<T>(IEnumerable<T> items, Func<T, Guid> key, Func<T, IEnumerable<Guid>> before)
    {
        var all = items.ToList();
        var byKey = all.ToDictionary(key);
        var done = new HashSet<Guid>();
        var ordered = new List<T>();
        void Add(T item)
        {
            if (!done.Add(key(item)))
            {
                return;
            }

            foreach (var other in before(item))
            {
                if (byKey.TryGetValue(other, out var first))
                {
                    Add(first);
                }
            }

            ordered.Add(item);
        }

        foreach (var item in all)
        {
            Add(item);
        }

        return ordered;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
