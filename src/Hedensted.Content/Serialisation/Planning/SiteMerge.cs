using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Content.Serialisation.Planning;

/// <summary>The site as it will be when files are laid over it.</summary>
internal static class SiteMerge
{
    /// <summary>Live things, those of the files in place of live ones with the same key, and without the deleted.</summary>
    public static SiteState Merge(SiteState live, SiteState files, IReadOnlySet<Guid> deleted) => new()
    {
        Languages = Merge(live.Languages, files.Languages, deleted, language => language.Key, language => language.IsoCode),
        Dictionary = Merge(live.Dictionary, files.Dictionary, deleted, item => item.Key, item => item.Name),
        DataTypes = Merge(live.DataTypes, files.DataTypes, deleted, type => type.Key),
        ContentTypes = Merge(live.ContentTypes, files.ContentTypes, deleted, type => type.Key),
        Nodes = Merge(live.Nodes, files.Nodes, deleted, node => node.Key),
        Blueprints = Merge(live.Blueprints, files.Blueprints, deleted, blueprint => blueprint.Key),
    };

    /// <inheritdoc cref="Merge(SiteState, SiteState, IReadOnlySet{Guid})"/>
    public static SiteState Merge(SiteState live, SiteState files, Guid[] deleted) => Merge(live, files, deleted.ToHashSet());

    /// <summary>The types; null when keys or aliases clash.</summary>
    public static ContentSchema? TrySchema(SiteState state)
    {
        var unique = state.ContentTypes.DistinctBy(type => type.Key).Count() == state.ContentTypes.Length
            && state.ContentTypes.DistinctBy(type => (type.Kind, type.Alias.ToLowerInvariant())).Count() == state.ContentTypes.Length;
        return unique ? state.Schema() : null;
    }

    private static ImmutableArray<T> Merge<T>(ImmutableArray<T> live, ImmutableArray<T> files, IReadOnlySet<Guid> deleted, Func<T, Guid> key, Func<T, string>? alias = null)
    {
        var keys = files.Select(key).ToHashSet();
        var aliases = alias is null ? null : files.Select(alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. live.Where(each => !keys.Contains(key(each)) && aliases?.Contains(alias!(each)) != true && !deleted.Contains(key(each))),
            .. files,
        ];
    }
}
