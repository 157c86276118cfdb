using System.Collections.Immutable;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Schema;

/// <summary>What changed for the content of a type.</summary>
/// <param name="Type">The type as it is now.</param>
/// <param name="Renamed">Old alias → new alias of the same property.</param>
/// <param name="Converted">Properties that have another editor now, or that are new under an alias that may have been used before.</param>
/// <param name="CulturesMove">Whether names or values stand in other cultures than before.</param>
internal sealed record TypeDifference(
    ContentType Type, ImmutableDictionary<string, string> Renamed, ImmutableHashSet<string> Converted, bool CulturesMove)
{
    public bool IsEmpty => Renamed.IsEmpty && Converted.IsEmpty && !CulturesMove;
}

/// <summary>What two schemas have different that content must follow.</summary>
internal sealed class SchemaDifference
{
    private readonly ImmutableDictionary<Guid, TypeDifference> _types;

    public SchemaDifference(ContentSchema before, ContentSchema after)
    {
        After = after;
        var languageIsGone = before.Languages.Any(language => after.FindLanguage(language.IsoCode) is null);
        _types = after.ContentTypes
            .Select(type => before.FindType(type.Key) is { } old ? Compare(before, old, after, type, languageIsGone) : null)
            .OfType<TypeDifference>()
            .Where(change => !change.IsEmpty)
            .ToImmutableDictionary(change => change.Type.Key);
        Fitting = new ContentFitting(after, (type, property) => _types.GetValueOrDefault(type.Key)?.Converted.Contains(property.Alias) == true);
    }

    public ContentSchema After { get; }

    public ContentFitting Fitting { get; }

    public IEnumerable<TypeDifference> Types => _types.Values;

    public bool IsEmpty => _types.IsEmpty;

    public bool Renames => Types.Any(change => !change.Renamed.IsEmpty);

    /// <summary>The content under the names that its properties have now.</summary>
    public NodeContent Rename(Guid type, NodeContent content) => content with { Values = Rename(type, content.Values) };

    private ImmutableArray<PropertyValue> Rename(Guid type, ImmutableArray<PropertyValue> values)
    {
        var renamed = _types.GetValueOrDefault(type)?.Renamed;

        // What was left behind by a property that is gone gives way to the one that takes its name.
        var taken = renamed is null ? [] : values.Select(value => renamed.GetValueOrDefault(value.Alias)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. values
            .Where(value => renamed is null || renamed.ContainsKey(value.Alias) || !taken.Contains(value.Alias))
            .Select(value => value with
            {
                Alias = renamed?.GetValueOrDefault(value.Alias) ?? value.Alias,
                Value = BlockValues.Map(value.Value, After, Rename),
            })];
    }

    private static TypeDifference Compare(ContentSchema before, ContentType old, ContentSchema after, ContentType type, bool languageIsGone)
    {
        var renamed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var converted = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        var moves = old.VariesByCulture != type.VariesByCulture || (languageIsGone && type.VariesByCulture);
        var known = before.PropertiesOf(old);
        foreach (var property in after.PropertiesOf(type))
        {
            var was = known.FirstOrDefault(candidate => candidate.Key == property.Key)
                ?? known.FirstOrDefault(candidate => string.Equals(candidate.Alias, property.Alias, StringComparison.OrdinalIgnoreCase));
            if (was is null || before.FindDataType(was.DataTypeKey)?.EditorAlias != after.FindDataType(property.DataTypeKey)?.EditorAlias)
            {
                converted.Add(property.Alias);
            }

            if (was is not null && was.Alias != property.Alias)
            {
                renamed[was.Alias] = property.Alias;
            }

            moves |= was is not null && type.VariesByCulture && was.VariesByCulture != property.VariesByCulture;
        }

        return new(type, renamed.ToImmutable(), converted.ToImmutable(), moves);
    }
}
