using System.Collections.Immutable;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Addresses;

/// <summary>Documents by type and the last part of their address; immutable.</summary>
/// <remarks>An edition projection: <c>edition.Projection&lt;SlugIndex&gt;()</c>.</remarks>
public sealed class SlugIndex
{
    private readonly ImmutableDictionary<(string Type, string Slug), ImmutableArray<Guid>> _keys;

    private SlugIndex(ImmutableDictionary<(string Type, string Slug), ImmutableArray<Guid>> keys) => _keys = keys;

    /// <summary>The documents of this type with this slug; several when they stand in different folders.</summary>
    /// <param name="type">Alias of the document type.</param>
    /// <param name="slug">Compared without regard to case.</param>
    public ImmutableArray<Guid> Find(string type, string slug) => _keys.GetValueOrDefault((type, slug.ToLowerInvariant()), []);

    /// <summary>The slug of a document: its segment in the invariant or first culture.</summary>
    public static string SlugOf(PublishedDocument document) =>
        document.UrlSegments.TryGetValue("", out var slug) ? slug : document.UrlSegments.Values.FirstOrDefault("");

    internal sealed class Projection : IEditionProjection
    {
        public Type ResultType => typeof(SlugIndex);

        public object Project(EditionChange change, object? previous)
        {
            var incremental = previous is SlugIndex && !change.SchemaChanged && change.Previous is not null;
            var keys = incremental
                ? ((SlugIndex)previous!)._keys.ToBuilder()
                : ImmutableDictionary.CreateBuilder<(string, string), ImmutableArray<Guid>>();
            if (!incremental)
            {
                foreach (var document in change.Next.Documents)
                {
                    Add(keys, document);
                }

                return new SlugIndex(keys.ToImmutable());
            }

            foreach (var key in change.Documents)
            {
                if (change.Previous!.Find(key) is { } before && keys.TryGetValue(EntryOf(before), out var remaining))
                {
                    remaining = remaining.Remove(key);
                    if (remaining.IsEmpty)
                    {
                        keys.Remove(EntryOf(before));
                    }
                    else
                    {
                        keys[EntryOf(before)] = remaining;
                    }
                }

                if (change.Next.Find(key) is { } after)
                {
                    Add(keys, after);
                }
            }

            return new SlugIndex(keys.ToImmutable());
        }

        private static void Add(ImmutableDictionary<(string, string), ImmutableArray<Guid>>.Builder keys, PublishedDocument document)
        {
            var entry = EntryOf(document);
            keys[entry] = keys.TryGetValue(entry, out var others) ? others.Add(document.Key).Sort() : [document.Key];
        }

        private static (string Type, string Slug) EntryOf(PublishedDocument document) =>
            (document.ContentType.Alias, SlugOf(document).ToLowerInvariant());
    }
}
