using System.Collections.Frozen;
using Hedensted.Cms.Auth;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>The fields of documents that somebody may not read, and documents without what stands in them.</summary>
internal sealed class HiddenFields
{
    private HiddenFields(FrozenDictionary<Guid, IReadOnlySet<string>> byType) => ByType = byType;

    /// <summary>Aliases by document type, without regard to case; a type of which everything may be read is not there.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlySet<string>> ByType { get; }

    /// <summary>What this person may not read.</summary>
    public static HiddenFields Of(ContentSchema schema, Rights reader) => new(
        reader.IsAdministrator
            ? FrozenDictionary<Guid, IReadOnlySet<string>>.Empty
            : schema.ContentTypes.Where(type => type.Kind == NodeKind.Document)
                .Select(type => KeyValuePair.Create<Guid, IReadOnlySet<string>>(type.Key, Hidden(schema, type, reader)))
                .Where(type => type.Value.Count > 0)
                .ToFrozenDictionary());

    /// <summary>A document as this person may read it; the same object when that is all of it.</summary>
    public PublishedDocument Without(PublishedDocument document) =>
        ByType.TryGetValue(document.ContentType.Key, out var hidden)
            ? document.With(document.Content with { Values = [.. document.Content.Values.Where(value => !hidden.Contains(value.Alias))] })
            : document;

    /// <summary>What is wrong with a document of this type, without what a message about a hidden field tells of its value; who may not read it cannot mend it.</summary>
    public IEnumerable<ValidationError> Told(Guid typeKey, IEnumerable<ValidationError> errors) => errors.Select(error =>
        error.Alias is { } alias && ByType.TryGetValue(typeKey, out var hidden) && hidden.Contains(alias)
            ? error with { Path = "", Message = "Bed en kollega, der må se feltet, om at rette det." }
            : error);

    private static HashSet<string> Hidden(ContentSchema schema, ContentType type, Rights reader) =>
        schema.PropertiesOf(type).Where(property => !reader.MayRead(type.Key, property.Key)).Select(property => property.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
