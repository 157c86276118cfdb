using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Search;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.Content.Search;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Reading;

/// <summary>What one request reads: one edition at one moment. The only way from the schema to documents.</summary>
/// <param name="edition">The edition, the same from start to end of the request.</param>
/// <param name="now">The moment that «upcoming» is seen from.</param>
internal sealed class ReadScope(Edition edition, DateTimeOffset now) : IReuseScope
{
    // A small site's index takes less; whoever asks for a large one in its first seconds is told to ask again.
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<object, object> _memory = new(ReferenceEqualityComparer.Instance);
    private EventCalendar? _calendar;
    private SlugIndex? _slugs;
    private bool _clockWasRead;
    private DateTimeOffset? _limitPassed;

    public Edition Edition { get; } = edition;

    public EventCalendar Calendar => _calendar ??= Edition.Projection<EventCalendar>();

    /// <summary>The index of all texts.</summary>
    /// <exception cref="GraphQLException">The server has just started, and it is not made yet.</exception>
    public SearchIndex Search => Edition.Projection<PublishedSearch>().Index is var index && index.Wait(SearchPatience)
        ? index.Result
        : throw new GraphQLException("The search is being made ready. Ask again in a few seconds.", "SEARCH_NOT_READY");

    /// <summary>The moment that the answer is true until; null while the answer does not depend on the clock.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    /// <summary>The latest moment, up to now, at which the clock changed the answer; null while it does not depend on the clock.</summary>
    /// <remarks>Found when asked: only feeds tell it.</remarks>
    public DateTimeOffset? TrueSince => _clockWasRead && LastBoundary() is { } last && !(_limitPassed > last) ? last : _limitPassed;

    /// <summary>How often the clock was asked: what depends on it is not kept for other requests.</summary>
    public int Unrepeatable { get; private set; }

    /// <summary>The clock, for what answers differently when something starts or ends.</summary>
    public DateTimeOffset Now()
    {
        Unrepeatable++;
        if (!_clockWasRead)
        {
            _clockWasRead = true;
            LimitTo(now.AddDays(1));
            LimitTo(NextBoundary());
        }

        return now;
    }

    /// <summary>The day that it is in Denmark; the answer changes at midnight.</summary>
    public DateOnly Today()
    {
        var today = DateOnly.FromDateTime(WallTime.InDenmark(Now()).DateTime);
        LimitTo(WallTime.StartOfDay(today));
        LimitTo(WallTime.StartOfDay(today.AddDays(1)));
        return today;
    }

    /// <summary>The answer also changes at this moment, or did.</summary>
    public void LimitTo(DateTimeOffset? moment)
    {
        Unrepeatable++;
        if (moment > now && (ValidUntil is null || moment < ValidUntil))
        {
            ValidUntil = moment;
        }
        else if (moment <= now && !(moment <= _limitPassed))
        {
            _limitPassed = moment;
        }
    }

    /// <summary>Computes something at most once a request.</summary>
    public T Once<T>(object key, Func<T> compute)
        where T : class
    {
        if (_memory.TryGetValue(key, out var known))
        {
            return (T)known;
        }

        var computed = compute();
        _memory[key] = computed;
        return computed;
    }

    public PublishedDocument? Find(Guid? key) =>
        key is { } known && Edition.Find(known) is { } document && IsPublic(document) ? document : null;

    /// <summary>The document with this id; null when it is not published.</summary>
    /// <param name="id">A global id, as a client sent it.</param>
    /// <param name="types">The aliases that will do; none for any.</param>
    /// <exception cref="GraphQLException">It is no id, or the id of something else.</exception>
    public PublishedDocument? FindById(string id, params ReadOnlySpan<string> types)
    {
        var key = Ids.Read(id);
        var found = Find(key);
        var alias = found?.ContentType.Alias ?? (Calendar.Find(key) is not null ? "occurrence" : Edition.FindMedia(key) is not null ? "media" : null);
        return alias is null || (found is not null && (types.IsEmpty || types.Contains(alias)))
            ? found
            : throw new GraphQLException(
                $"The id belongs to a thing of type '{alias}'; this field takes {(types.IsEmpty ? "documents" : $"'{string.Join("', '", types!)}'")}.", "INVALID_ID");
    }

    /// <summary>The document with this key if it has one of these types.</summary>
    public PublishedDocument? Find(Guid? key, params ReadOnlySpan<string> types) =>
        Find(key) is { } document && types.Contains(document.ContentType.Alias) ? document : null;

    public PublishedDocument? FindByPath(string path) =>
        Edition.FindByPath(path) is { } document && IsPublic(document) ? document : null;

    /// <summary>A document of one of these types by slug, or else by id.</summary>
    public PublishedDocument? FindBySlugOrId(string? slug, string? id, params ReadOnlySpan<string> types)
    {
        if (slug is null)
        {
            return id is null ? null : FindById(id, types);
        }

        _slugs ??= Edition.Projection<SlugIndex>();
        foreach (var type in types)
        {
            foreach (var key in _slugs.Find(type, slug))
            {
                if (Find(key) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a date belongs in public lists.</summary>
    public bool MayBeListed(Occurrence occurrence) => occurrence.Listed && Find(occurrence.Document.Key) is not null;

    /// <summary>The front page's document, where the site's own texts and settings are.</summary>
    public PublishedDocument? Home() => OfType("home").FirstOrDefault();

    public IEnumerable<PublishedDocument> Children(Guid? parent) => Edition.ChildrenOf(parent).Where(IsPublic);

    public IEnumerable<PublishedDocument> AllDocuments() => Edition.Documents.Where(IsPublic);

    public IEnumerable<PublishedDocument> OfType(string type) => Edition.OfType(type).Where(IsPublic);

    /// <summary>Documents of a type in the order of the tree.</summary>
    public IEnumerable<PublishedDocument> InTreeOrder(string type) =>
        OfType(type).OrderBy(document => document.Level).ThenBy(document => document.ParentKey).ThenBy(document => document.SortOrder);

    /// <summary>The picked documents that are published and have one of these types.</summary>
    public IReadOnlyList<PublishedDocument> FindAll(IEnumerable<Guid> keys, params string[] types)
    {
        var found = new List<PublishedDocument>();
        foreach (var key in keys)
        {
            if (Find(key) is { } document && (types.Length == 0 || types.Contains(document.ContentType.Alias)))
            {
                found.Add(document);
            }
        }

        return found;
    }

    /// <summary>The blocks of a property that this edition has types for.</summary>
    public IEnumerable<Block> Blocks(PublishedDocument document, string alias) =>
        document.Blocks(alias).Where(block => Edition.Schema.FindType(block.TypeKey) is not null);

    public string PathOf(PublishedDocument document) => Edition.PathOf(document);

    // Whether a document may leave the house at all: «Offentlig» switched off keeps it in.
    private static bool IsPublic(PublishedDocument document) => document.Flag("isPublic", otherwise: true);

    private DateTimeOffset? NextBoundary()
    {
        var all = Calendar.All;
        var next = all.IndexOfStart(now.AddTicks(1));
        DateTimeOffset? boundary = next < all.Count ? all[next].StartsAt : null;
        for (var i = all.IndexOfEndAfter(now); i < next; i++)
        {
            var end = all[i].EndsAt;
            if (end > now && (boundary is null || end < boundary))
            {
                boundary = end;
            }
        }

        return boundary;
    }

    private DateTimeOffset? LastBoundary()
    {
        var all = Calendar.All;
        var (ended, begun) = (all.IndexOfEndAfter(now), all.IndexOfStart(now.AddTicks(1)));
        var boundary = all.LatestEndOf(ended);
        for (var i = ended; i < begun; i++)
        {
            var last = all[i].EndsAt <= now ? all[i].EndsAt : all[i].StartsAt;
            boundary = boundary is null || last > boundary ? last : boundary;
        }

        return boundary;
    }
}
