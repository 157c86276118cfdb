using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Search;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Search;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Reading;

/// <summary>What one request reads: one edition at one moment. The only way from the schema to documents, and so the one place that knows what an answer was made of.</summary>
/// <param name="edition">The edition, the same from start to end of the request.</param>
/// <param name="now">The moment that «upcoming» is seen from.</param>
internal sealed class ReadScope(Edition edition, DateTimeOffset now) : IReuseScope
{
    // A small site's index takes less; whoever asks for a large one in its first seconds is told to ask again.
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(2);

    private readonly AreaMap _map = AreaMap.Of(edition.Schema);
    private readonly Dictionary<object, (object Value, Areas Read)> _memory = new(ReferenceEqualityComparer.Instance);
    private EventCalendar? _calendar;
    private SlugIndex? _slugs;
    private bool _clockWasRead;
    private DateTimeOffset? _limitPassed;

    // What one language reads is made from parts of its own, whose ages nobody keeps.
    private Areas _read = edition.Language is null ? Areas.None : Areas.All;

    /// <summary>The whole edition: an answer that is made of it is made anew for the next one. Everything else here notes less.</summary>
    public Edition Edition => Noting(Areas.All);

    /// <summary>What has been read so far; whatever an answer is made of, it was read here.</summary>
    public Areas Read => _read;

    /// <summary>The types that the edition is made of. When they change, everything is made anew.</summary>
    public ContentSchema Schema => edition.Schema;

    /// <summary>The change position that is read.</summary>
    public ChangePosition Position => Noting(Areas.Edition).Position;

    /// <summary>The language that is read; null for the default one of a site where nothing varies.</summary>
    public string? Language => edition.Language;

    public EventCalendar Calendar
    {
        get
        {
            Note(Areas.Calendar);
            return _calendar ??= edition.Projection<EventCalendar>();
        }
    }

    /// <summary>What has changed in the calendar.</summary>
    public CalendarChanges Changes => Noting(Areas.Changes).Projection<CalendarChanges>();

    /// <summary>Whether a moment that another answer told of <see cref="Changes"/> has come.</summary>
    public bool HasCome(DateTimeOffset moment)
    {
        if (moment > Changes.MadeAt)
        {
            LimitTo(now.AddDays(1)); // the clock tells
        }

        return Changes.HasCome(moment, now);
    }

    /// <summary>When the libraries are closed, and the school holidays.</summary>
    public FreeDays FreeDays => FreeDays.Of(Noting(_map.Of("home")));

    /// <summary>The index of all texts.</summary>
    /// <exception cref="GraphQLException">The server has just started, and it is not made yet.</exception>
    public SearchIndex Search => Noting(Areas.Search).Projection<PublishedSearch>().Index is var index && index.Wait(SearchPatience)
        ? index.Result
        : throw new GraphQLException("The search is being made ready. Ask again in a few seconds.", "SEARCH_NOT_READY");

    /// <summary>The moment that the answer is true until; null while the answer does not depend on the clock.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    /// <summary>The latest moment, up to now, at which the clock changed the answer; null while it does not depend on the clock.</summary>
    /// <remarks>Found when asked: only feeds tell it.</remarks>
    public DateTimeOffset? TrueSince => _clockWasRead && LastBoundary() is { } last && !(_limitPassed > last) ? last : _limitPassed;

    /// <summary>How often the clock was asked: what depends on it is not kept for other requests.</summary>
    public int Unrepeatable { get; private set; }

    ulong IReuseScope.Reads
    {
        get => _read.Bits;
        set => _read = new Areas(value);
    }

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

    /// <summary>Whether what was read is still so at this moment, as far as the clock goes.</summary>
    public bool IsTrueAt(DateTimeOffset moment) => new Validity(now, ValidUntil).Holds(moment);

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
            Note(known.Read);
            return (T)known.Value;
        }

        // What it reads counts each time that it is used, for the engine asks what each part of an answer was read from.
        var before = _read;
        _read = Areas.None;
        var computed = compute();
        _memory[key] = (computed, _read);
        Note(before);
        return computed;
    }

    public PublishedDocument? Find(Guid? key)
    {
        if (key is not { } known)
        {
            return null;
        }

        // One that is not there may come, of whatever type.
        var document = edition.Find(known);
        Note(document is null ? Areas.Documents : _map.Of(document.ContentType));
        return document is not null && document.IsPublic() ? document : null;
    }

    /// <summary>The document with this id; null when it is not published.</summary>
    /// <param name="id">A global id, as a client sent it.</param>
    /// <param name="types">The aliases that will do; none for any.</param>
    /// <exception cref="GraphQLException">It is no id, or the id of something else.</exception>
    public PublishedDocument? FindById(string id, params ReadOnlySpan<string> types)
    {
        var key = Ids.Read(id);
        var found = Find(key);
        var alias = found?.ContentType.Alias ?? (Calendar.Find(key) is not null ? "occurrence" : FindMedia(key) is not null ? "media" : null);
        return alias is null || (found is not null && (types.IsEmpty || types.Contains(alias)))
            ? found
            : throw new GraphQLException(
                $"The id belongs to a thing of type '{alias}'; this field takes {(types.IsEmpty ? "documents" : $"'{string.Join("', '", types!)}'")}.", "INVALID_ID");
    }

    /// <summary>The document with this key if it has one of these types.</summary>
    public PublishedDocument? Find(Guid? key, params ReadOnlySpan<string> types) =>
        Find(key) is { } document && types.Contains(document.ContentType.Alias) ? document : null;

    public PublishedMedia? FindMedia(Guid key) => Noting(Areas.Media).FindMedia(key);

    /// <summary>A text of the dictionary.</summary>
    public string? Text(string name) => Noting(Areas.Dictionary).Text(name);

    public PublishedDocument? FindByPath(string path) =>
        Noting(Areas.Documents).FindByPath(path) is { } document && document.IsPublic() ? document : null;

    /// <summary>A document of one of these types by slug, or else by id.</summary>
    public PublishedDocument? FindBySlugOrId(string? slug, string? id, params ReadOnlySpan<string> types)
    {
        if (slug is null)
        {
            return id is null ? null : FindById(id, types);
        }

        _slugs ??= edition.Projection<SlugIndex>();
        foreach (var type in types)
        {
            Note(_map.Of(type));
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

    /// <summary>The front page's document, where the site's own texts and settings are.</summary>
    public PublishedDocument? Home() => OfType("home").FirstOrDefault();

    public IEnumerable<PublishedDocument> Children(Guid? parent) => Noting(Areas.Documents).ChildrenOf(parent).Where(PropertyReading.IsPublic);

    public IEnumerable<PublishedDocument> AllDocuments() => Noting(Areas.Documents).Documents.Where(PropertyReading.IsPublic);

    public IEnumerable<PublishedDocument> OfType(string type) => Noting(_map.Of(type)).OfType(type).Where(PropertyReading.IsPublic);

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
        document.Blocks(alias).Where(block => Schema.FindType(block.TypeKey) is not null);

    /// <summary>Its address. One that moves, or stands below one that does, is itself changed.</summary>
    public string PathOf(PublishedDocument document) => Noting(_map.Of(document.ContentType)).PathOf(document);

    private void Note(Areas areas) => _read |= areas;

    private Edition Noting(Areas areas)
    {
        Note(areas);
        return edition;
    }

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
