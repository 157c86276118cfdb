using System.Data.Common;
using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Published;

/// <summary>A published document as it is read for an edition.</summary>
internal sealed record PublishedRowData(
    Guid Key, Guid ContentTypeKey, Guid? ParentKey, int Level, int SortOrder, DateTimeOffset CreateDate, DateTimeOffset PublishDate,
    DateTimeOffset? ChildLeftAt, bool IsExample, LazyContent Content, Dictionary<string, string> Segments);

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
internal sealed class EditionReader(ContentDatabase database, FollowingLine line)
{
    /// <summary>Documents above which the decoded form is not kept in memory.</summary>
    private const int FrugalFrom = 20_000;

    /// <summary>So many changes that making everything anew is cheaper.</summary>
    private const int ManyChanges = 5_000;

    private const string Columns =
        "node.key, content_type_key, parent_key, level, sort_order, create_date, is_example, publish_date, published.content, segments, child_left_at";

    private const string Readable = "FROM node JOIN published ON published.node_key = node.key WHERE kind = 0 AND NOT trashed";

    private const string Documents = $"SELECT {Columns} {Readable}";

    private const string ChangedDocuments =
        $"SELECT {Columns}, EXISTS (SELECT 1 FROM node child WHERE child.parent_key = node.key) {Readable} AND node.key IN ({Keys})";

    private const string DocumentsBelow = $"""
        WITH RECURSIVE below (key) AS (
            SELECT key FROM node WHERE key IN ({Keys}) UNION SELECT node.key FROM node JOIN below ON node.parent_key = below.key)
        {Documents} AND node.key IN (SELECT key FROM below)
        """;

    private const string Media = """
        SELECT node.key, content_type_key, parent_key, node_version.content
        FROM node JOIN node_version ON node_version.key = node.draft_version_key WHERE kind = 1 AND NOT trashed
        """;

    private const string Definitions = "SELECT key, kind, body FROM definition";
    private const string WithKeys = $" AND node.key IN ({Keys})";
    private const string Keys = "{keys}";

    /// <summary>So many changed documents are asked for in the same question as what changed.</summary>
    private const int AskedAlong = 100;

    /// <summary>Everything.</summary>
    public Task<EditionInput> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadMomentAsync(moment => ReadAllAsync(moment, cancellationToken), cancellationToken);

    /// <summary>What changed since an edition; everything, with a schema, when types changed or most did. Reads on the caller's thread.</summary>
    /// <param name="edition">What is known.</param>
    /// <param name="next">What to do with it, as soon as it is read; not called when nothing has changed.</param>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public void ReadAfter(Edition edition, Action<EditionInput> next) =>
        line.Read(moment =>
        {
            var (position, changes, along) = ReadToHead(moment, edition, edition.Position);
            if (!edition.Position.Includes(position))
            {
                next(AtOnce(IsMost(changes) ? ReadAllAsync(moment, default) : StepAsync(moment, edition, position, changes, along)));
            }
        });

    /// <summary>The last step to an edition once more, as <see cref="ReadAfter"/> reads it; null when there is none, or it is everything.</summary>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public EditionInput? ReadLast(Edition edition)
    {
        if (edition.Position == ChangePosition.Start)
        {
            return null;
        }

        EditionInput? last = null;
        line.Read(moment =>
        {
            var (position, changes, along) = ReadToHead(moment, edition, new ChangePosition(edition.Position.Value - 1));
            last = IsMost(changes) ? null : AtOnce(StepAsync(moment, edition, position, changes, along));
        });
        return last;
    }

    private static bool IsMost(IReadOnlyList<Change> changes) =>
        changes.Count > ManyChanges || changes.Any(change => change.Subject == ChangeSubject.Schema);

    // A moment that blocks has done it when it returns.
    private static T AtOnce<T>(Task<T> done) => done.GetAwaiter().GetResult();

    // Readers are behind by each question, so the documents are asked for in the first one.
    private static (ChangePosition Position, IReadOnlyList<Change> Changes, List<ChangedRow> Along) ReadToHead(Moment moment, Edition edition, ChangePosition after)
    {
        var along = ChangedDocuments.Replace(Keys, ChangeFeed.KeysAfter(after, ChangeSubject.Document, AskedAlong), StringComparison.Ordinal);
        var answer = AtOnce(ChangeFeed.ReadToHeadAsync(moment, after, (along, row => ChangedOf(row, IsFrugal(edition))), default));
        moment.Patience = null; // the line is alive, and what follows takes as long as there is to read
        return answer;
    }

    private static async Task<EditionInput> StepAsync(
        Moment moment, Edition edition, ChangePosition position, IReadOnlyList<Change> changes, List<ChangedRow> along)
    {
        var documents = KeysOf(changes, ChangeSubject.Document);
        var media = KeysOf(changes, ChangeSubject.Media);
        var changed = changes.Count <= AskedAlong ? along : await moment.ReadAsync(ChangedDocuments, documents, row => ChangedOf(row, IsFrugal(edition)), default);
        return new EditionInput(
            position,
            null,
            changes.Any(change => change.Subject == ChangeSubject.Dictionary) ? SchemaCache.DictionaryOf(await moment.ReadAsync(Definitions, DefinitionOf, default)) : null,
            await WithBelowAsync(moment, edition, changed),
            documents,
            Known(await moment.ReadAsync(Media + WithKeys, media, row => MediaOf(row, edition.Schema), default)),
            media);
    }

    private static async Task<EditionInput> ReadAllAsync(Moment moment, CancellationToken cancellationToken)
    {
        var position = await ChangeFeed.HeadAsync(moment, cancellationToken);
        var definitions = await moment.ReadAsync(Definitions, DefinitionOf, cancellationToken);
        var schema = SchemaCache.SchemaOf(definitions);
        var frugal = (await moment.ReadAsync("SELECT COUNT(*) FROM published", row => row.GetInt64(0), cancellationToken)).Single() > FrugalFrom;
        var documents = await moment.ReadAsync(Documents, row => DocumentOf(row, frugal), cancellationToken);
        var media = Known(await moment.ReadAsync(Media, row => MediaOf(row, schema), cancellationToken));
        return new(
            position,
            schema,
            SchemaCache.DictionaryOf(definitions),
            documents,
            documents.Select(document => document.Key).ToHashSet(),
            media,
            media.Select(item => item.Key).ToHashSet());
    }

    // What comes into sight, or is moved, brings what stands below it; none of that is in the feed.
    private static async Task<IReadOnlyList<PublishedRowData>> WithBelowAsync(Moment moment, Edition edition, List<ChangedRow> changed)
    {
        var rows = changed.ToDictionary(row => row.Document.Key, row => row.Document);
        var roots = changed
            .Where(row => row.HasChildren && (edition.Find(row.Document.Key) is not { } known || known.ParentKey != row.Document.ParentKey))
            .Select(row => row.Document.Key).ToArray();
        foreach (var row in await moment.ReadAsync(DocumentsBelow, roots, row => DocumentOf(row, IsFrugal(edition)), default))
        {
            rows[row.Key] = row;
        }

        return [.. rows.Values];
    }

    private static bool IsFrugal(Edition edition) => edition.DocumentCount > FrugalFrom;

    private static HashSet<Guid> KeysOf(IReadOnlyList<Change> changes, ChangeSubject subject) =>
        [.. changes.Where(change => change.Subject == subject).Select(change => change.Key)];

    private static DefinitionRow DefinitionOf(DbDataReader row) => new() { Key = row.GetGuid(0), Kind = (DefinitionKind)row.GetInt32(1), Body = row.GetString(2) };

    private static ChangedRow ChangedOf(DbDataReader row, bool frugal) => new(DocumentOf(row, frugal), row.GetBoolean(11));

    private static PublishedRowData DocumentOf(DbDataReader row, bool frugal) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        KeyOrNull(row, 2),
        row.GetInt32(3),
        row.GetInt32(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.IsDBNull(10) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        row.GetBoolean(6),
        new LazyContent(row.GetFieldValue<byte[]>(8), frugal),
        StoredJson.ReadSegments(row.GetString(9)));

    // Null when its type is gone, as the files of a site can have it.
    private static PublishedMedia? MediaOf(DbDataReader row, ContentSchema schema)
    {
        if (schema.FindType(row.GetGuid(1)) is not { } type)
        {
            return null;
        }

        var content = ContentJson.Read(row.GetString(3));
        return new PublishedMedia
        {
            Key = row.GetGuid(0),
            ContentType = type,
            ParentKey = KeyOrNull(row, 2),
            Name = content.NameIn(null),
            Url = UrlOf(content),
            Content = content,
        };
    }

    private static List<PublishedMedia> Known(List<PublishedMedia?> media) => [.. media.OfType<PublishedMedia>()];

    private static Guid? KeyOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? UrlOf(NodeContent content) => content.ValueOf("umbracoFile") switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } url => url,
        { ValueKind: JsonValueKind.Object } file when file.TryGetProperty("src", out var source)
            && source.ValueKind == JsonValueKind.String && source.GetString() is { Length: > 0 } url => url,
        _ => null,
    };

    /// <summary>A changed document, and whether anything stands below it.</summary>
    private sealed record ChangedRow(PublishedRowData Document, bool HasChildren);
}
