using System.Collections.Frozen;
using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>Makes the next edition out of the last one and what was read from the database.</summary>
internal static class EditionBuilder
{
    /// <summary>The edition at the input's position.</summary>
    public static Edition Build(Edition? previous, EditionInput input, IReadOnlyList<IEditionProjection> projections)
    {
        var anew = input.Schema is not null || previous is null;
        var schema = input.Schema ?? previous?.Schema ?? ContentSchema.Empty;
        var steps = new EditionSteps(anew ? EditionParts.Empty with { Schema = schema } : previous!.Parts);
        if (!anew)
        {
            var rows = input.Documents.ToDictionary(row => row.Key);
            foreach (var key in input.ChangedDocuments)
            {
                if (!rows.TryGetValue(key, out var row) || previous!.Find(key)?.ParentKey != row.ParentKey)
                {
                    steps.Remove(key);
                }
            }
        }

        steps.Add(Documents(input.Documents, schema));
        return Finish(steps, previous, input.Position, input.Media, anew ? null : input.ChangedMedia, input.Dictionary, anew, projections);
    }

    /// <summary>Closes the maps and lets the projections follow.</summary>
    /// <param name="steps">What was done to the documents.</param>
    /// <param name="previous">The edition before.</param>
    /// <param name="position">The position of the next.</param>
    /// <param name="media">Media that are new or changed, or all of them.</param>
    /// <param name="changedMedia">Keys of media that changed or are gone; null when <paramref name="media"/> is all.</param>
    /// <param name="dictionary">All dictionary items; null when none changed.</param>
    /// <param name="schemaChanged">Whether everything is made anew.</param>
    /// <param name="projections">In the order in which they may rely on each other.</param>
    /// <param name="language">The language that the documents are in, when the edition before is the one in all of them.</param>
    public static Edition Finish(
        EditionSteps steps,
        Edition? previous,
        ChangePosition position,
        IReadOnlyList<PublishedMedia> media,
        IReadOnlySet<Guid>? changedMedia,
        IReadOnlyList<DictionaryItem>? dictionary,
        bool schemaChanged,
        IReadOnlyList<IEditionProjection> projections,
        string? language = null)
    {
        var (parts, documents) = steps.Finish();
        var mediaMap = changedMedia is null ? ShardedMap<Guid, PublishedMedia>.Empty.ToBuilder() : parts.Media.ToBuilder();
        foreach (var key in changedMedia ?? ImmutableHashSet<Guid>.Empty)
        {
            mediaMap.Remove(key);
        }

        foreach (var item in media)
        {
            mediaMap.Set(item.Key, item);
        }

        parts = parts with
        {
            Position = position,
            Media = mediaMap.ToImmutable(),
            Dictionary = dictionary?.ToFrozenDictionary(item => item.Name, StringComparer.OrdinalIgnoreCase) ?? parts.Dictionary,
        };
        var next = new Edition(parts, language is null ? null : previous, language);
        if (schemaChanged && previous is not null)
        {
            documents.UnionWith(previous.Documents.Select(document => document.Key));
        }

        var allMedia = changedMedia ?? next.Media.Concat(previous?.Media ?? []).Select(item => item.Key).ToHashSet();
        var change = new EditionChange(next, previous, documents, allMedia, schemaChanged, dictionary is not null);
        var made = new Dictionary<Type, object>();
        foreach (var projection in projections)
        {
            made[projection.ResultType] = projection.Project(change, previous?.FindProjection(projection.ResultType));

            // A projection may rely on those registered before it.
            next.SetProjections(projections, made);
        }

        return next;
    }

    private static IEnumerable<PublishedDocument> Documents(IReadOnlyList<PublishedRowData> rows, ContentSchema schema)
    {
        foreach (var row in rows)
        {
            if (schema.FindType(row.ContentTypeKey) is { } type)
            {
                yield return new PublishedDocument(row, type, row.Segments.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
            }
        }
    }
}
