using System.Text;
using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Published;

/// <summary>A published document as it is read for an edition.</summary>
internal sealed record PublishedRowData(
    Guid Key, Guid ContentTypeKey, Guid? ParentKey, int Level, int SortOrder, DateTimeOffset CreateDate, DateTimeOffset PublishDate,
    bool IsExample, LazyContent Content, Dictionary<string, string> Segments);

/// <summary>What an edition is made of, read at one moment.</summary>
/// <param name="Position">The head of the feed at that moment.</param>
/// <param name="Schema">Types and languages; null when they have not changed.</param>
/// <param name="Dictionary">Dictionary items; null when they have not changed.</param>
/// <param name="Documents">Published documents: all, or those that changed and what stands below those that may have come into sight.</param>
/// <param name="ChangedDocuments">Keys of documents in the feed; one without a row is gone from readers.</param>
/// <param name="Media">Media: all, or those that changed.</param>
/// <param name="ChangedMedia">Keys of media in the feed; one without an item is gone.</param>
internal sealed record EditionInput(
    ChangePosition Position,
    ContentSchema? Schema,
    IReadOnlyList<DictionaryItem>? Dictionary,
    IReadOnlyList<PublishedRowData> Documents,
    IReadOnlySet<Guid> ChangedDocuments,
    IReadOnlyList<PublishedMedia> Media,
    IReadOnlySet<Guid> ChangedMedia);

/// <summary>Reads from the database what the next edition needs.</summary>
internal sealed class EditionReader(ContentDatabase database)
{
    /// <summary>Documents above which the decoded form is not kept in memory.</summary>
    private const int FrugalFrom = 20_000;

    /// <summary>So many changes that making everything anew is cheaper.</summary>
    private const int ManyChanges = 5_000;

    /// <summary>The newest position; costs next to nothing.</summary>
    public Task<ChangePosition> HeadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => ChangeFeed.HeadAsync(context, cancellationToken), cancellationToken);

    /// <summary>Everything.</summary>
    public Task<EditionInput> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAtOnceAsync(context => ReadAllAsync(context, cancellationToken), cancellationToken);

    /// <summary>What changed since an edition; everything, with a schema, when types changed or most did.</summary>
    public Task<EditionInput> ReadAfterAsync(Edition edition, CancellationToken cancellationToken) =>
        database.ReadAtOnceAsync(
            async context =>
            {
                var position = await ChangeFeed.HeadAsync(context, cancellationToken);
                var changes = await ChangeFeed.ReadAfterAsync(context, edition.Position, cancellationToken);
                if (changes.Count > ManyChanges || changes.Any(change => change.Subject == ChangeSubject.Schema))
                {
                    return await ReadAllAsync(context, cancellationToken);
                }

                var documents = KeysOf(changes, ChangeSubject.Document);
                var media = KeysOf(changes, ChangeSubject.Media);
                var frugal = edition.DocumentCount > FrugalFrom;
                return new EditionInput(
                    position,
                    null,
                    changes.Any(change => change.Subject == ChangeSubject.Dictionary) ? await DictionaryAsync(context, cancellationToken) : null,
                    await ReadDocumentsAsync(context, edition, documents, frugal, cancellationToken),
                    documents,
                    await NodeQueries.ByKeysAsync(media, keys => Media(context).Where(node => keys.Contains(node.Row.Key)), cancellationToken)
                        is { Count: > 0 } found ? MediaOf(found, edition.Schema) : [],
                    media);
            },
            cancellationToken);

    private static async Task<EditionInput> ReadAllAsync(ContentDbContext context, CancellationToken cancellationToken)
    {
        var position = await ChangeFeed.HeadAsync(context, cancellationToken);
        var definitions = await context.Definitions.AsNoTracking().ToListAsync(cancellationToken);
        var schema = SchemaCache.SchemaOf(definitions);
        var frugal = await context.Published.CountAsync(cancellationToken) > FrugalFrom;
        var documents = new List<PublishedRowData>();
        await foreach (var row in Rows(context.Nodes, context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            documents.Add(DataOf(row, frugal));
        }

        var media = MediaOf(await Media(context).ToListAsync(cancellationToken), schema);
        return new(
            position,
            schema,
            SchemaCache.DictionaryOf(definitions),
            documents,
            documents.Select(document => document.Key).ToHashSet(),
            media,
            media.Select(item => item.Key).ToHashSet());
    }

    private static async Task<List<PublishedRowData>> ReadDocumentsAsync(
        ContentDbContext context, Edition edition, HashSet<Guid> keys, bool frugal, CancellationToken cancellationToken)
    {
        var rows = (await NodeQueries.ByKeysAsync(keys, batch => Rows(context.Nodes.Where(node => batch.Contains(node.Key)), context), cancellationToken))
            .ToDictionary(row => row.Key);

        // What comes into sight, or is moved, brings what stands below it; none of that is in the feed.
        var roots = rows.Values
            .Where(row => edition.Find(row.Key) is not { } known || known.ParentKey != row.ParentKey)
            .Select(row => row.Key).ToArray();
        foreach (var row in await NodeQueries.ByKeysAsync(roots, batch => Rows(context.Subtrees(batch), context), cancellationToken))
        {
            rows[row.Key] = row;
        }

        return [.. rows.Values.Select(row => DataOf(row, frugal))];
    }

    private static async Task<IReadOnlyList<DictionaryItem>> DictionaryAsync(ContentDbContext context, CancellationToken cancellationToken) =>
        SchemaCache.DictionaryOf(await context.Definitions.AsNoTracking().Where(row => row.Kind == DefinitionKind.DictionaryItem).ToListAsync(cancellationToken));

    private static HashSet<Guid> KeysOf(IReadOnlyList<Change> changes, ChangeSubject subject) =>
        [.. changes.Where(change => change.Subject == subject).Select(change => change.Key)];

    private static IQueryable<Row> Rows(IQueryable<NodeRow> nodes, ContentDbContext context) =>
        nodes.AsNoTracking()
            .Where(node => node.Kind == NodeKind.Document && !node.Trashed)
            .Join(context.Published, node => node.Key, published => published.NodeKey, (node, published) => new Row
            {
                Key = node.Key,
                ContentTypeKey = node.ContentTypeKey,
                ParentKey = node.ParentKey,
                Level = node.Level,
                SortOrder = node.SortOrder,
                CreateDate = node.CreateDate,
                IsExample = node.IsExample,
                PublishDate = published.PublishDate,
                Content = published.Content,
                Segments = published.Segments,
            });

    private static PublishedRowData DataOf(Row row, bool frugal) => new(
        row.Key,
        row.ContentTypeKey,
        row.ParentKey,
        row.Level,
        row.SortOrder,
        row.CreateDate,
        row.PublishDate,
        row.IsExample,
        new LazyContent(Encoding.UTF8.GetBytes(row.Content), frugal),
        StoredJson.ReadSegments(row.Segments));

    private static IQueryable<MediaRow> Media(ContentDbContext context) =>
        context.Nodes.AsNoTracking()
            .Where(node => node.Kind == NodeKind.Media && !node.Trashed)
            .Join(context.Versions, node => node.DraftVersionKey, version => version.Key, (node, version) => new MediaRow { Row = node, Content = version.Content });

    private static List<PublishedMedia> MediaOf(List<MediaRow> rows, ContentSchema schema)
    {
        var media = new List<PublishedMedia>(rows.Count);
        foreach (var row in rows)
        {
            if (schema.FindType(row.Row.ContentTypeKey) is { } type)
            {
                var content = ContentJson.Read(row.Content);
                media.Add(new PublishedMedia
                {
                    Key = row.Row.Key,
                    ContentType = type,
                    ParentKey = row.Row.ParentKey,
                    Name = content.NameIn(null),
                    Url = UrlOf(content),
                    Content = content,
                });
            }
        }

        return media;
    }

    private static string? UrlOf(NodeContent content) => content.ValueOf("umbracoFile") switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } url => url,
        { ValueKind: JsonValueKind.Object } file when file.TryGetProperty("src", out var source)
            && source.ValueKind == JsonValueKind.String && source.GetString() is { Length: > 0 } url => url,
        _ => null,
    };

    private sealed class Row
    {
        public required Guid Key { get; init; }

        public required Guid ContentTypeKey { get; init; }

        public Guid? ParentKey { get; init; }

        public int Level { get; init; }

        public int SortOrder { get; init; }

        public DateTimeOffset CreateDate { get; init; }

        public bool IsExample { get; init; }

        public DateTimeOffset PublishDate { get; init; }

        public required string Content { get; init; }

        public required string Segments { get; init; }
    }

    private sealed class MediaRow
    {
        public required NodeRow Row { get; init; }

        public required string Content { get; init; }
    }
}
