using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Engagement;
using Hedensted.Content.Attendance;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Tests;

/// <summary>The library's own site in memory, with what a test puts in, asked through the public API.</summary>
internal sealed class Library
{
    private static readonly ContentSchema Schema = Repository.Site.Schema();

    private readonly Dictionary<Guid, PublishedDocument> _documents = [];
    private readonly List<PublishedMedia> _media = [];

    public Library()
    {
        var waiting = Repository.Site.Nodes.Where(node => node.Kind == NodeKind.Document && !node.Trashed).ToLookup(node => node.ParentKey ?? Guid.Empty);
        PutBelow(Guid.Empty, waiting);
    }

    /// <summary>A Wednesday in November.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The document types that editions have from now on.</summary>
    public ContentSchema Types { get; set; } = Schema;

    public TestClock Clock { get; init; } = new(Now);

    public PublicGraphQL Api => field ??= new PublicGraphQL(
        Options.Create(new PublicGraphQLOptions()), Clock, NullLogger<PublicGraphQL>.Instance);

    /// <summary>When what is put in from now on was published.</summary>
    public DateTimeOffset PublishedAt { get; set; } = Now.AddDays(-1);

    /// <summary>The counts that the server has read; empty from the start.</summary>
    public EngagementBook Book => field ??= OpenBook();

    private ServiceProvider Services => field ??= new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddBibliotek().AddSingleton<IEditionProjection, AreaAges.Projection>().BuildServiceProvider();

    private IReadOnlyList<IEditionProjection> Projections => field ??= [.. Services.GetServices<IEditionProjection>()];

    public Edition Edition(long position = 1) => Content.Published.Edition.Of(
        Types, _documents.Values, _media, Dictionary, Projections, new ChangePosition(position));

    /// <summary>The edition after another one, in which these documents changed.</summary>
    public Edition Next(Edition previous, bool schemaChanged, params Guid[] changed)
    {
        var next = Content.Published.Edition.Of(Types, _documents.Values, _media, Dictionary, [], new ChangePosition(previous.Position.Value + 1));
        var change = new EditionChange(next, previous, (schemaChanged ? _documents.Keys : (IEnumerable<Guid>)changed).ToHashSet(), new HashSet<Guid>(), schemaChanged);
        var made = new Dictionary<Type, object>();
        foreach (var projection in Projections)
        {
            made[projection.ResultType] = projection.Project(change, previous.FindProjection(projection.ResultType));
            next.SetProjections(Projections, made);
        }

        return next;
    }

    /// <summary>The edition after another one, made as the server makes it: only what changed is put in or taken out.</summary>
    /// <param name="previous">The one before.</param>
    /// <param name="documents">Documents that are new, gone, moved or changed.</param>
    /// <param name="media">Media that are new, gone or changed.</param>
    /// <param name="dictionary">Whether texts changed.</param>
    public Edition Follow(Edition previous, IReadOnlySet<Guid> documents, IReadOnlySet<Guid>? media = null, bool dictionary = false)
    {
        var steps = new EditionSteps(previous.Parts);
        var coming = new HashSet<Guid>();
        foreach (var key in documents)
        {
            if (!_documents.TryGetValue(key, out var document) || previous.Find(key) is not { } before || before.ParentKey != document.ParentKey)
            {
                steps.Remove(key);
                coming.UnionWith(Branch(key));
            }

            coming.Add(key);
        }

        steps.Add(coming.Select(_documents.GetValueOrDefault).OfType<PublishedDocument>());
        var changed = media ?? new HashSet<Guid>();
        return EditionBuilder.Finish(
            steps,
            previous,
            new ChangePosition(previous.Position.Value + 1),
            [.. _media.Where(item => changed.Contains(item.Key))],
            changed,
            dictionary ? Dictionary : null,
            schemaChanged: false,
            Projections);
    }

    /// <summary>What stands below a document, too.</summary>
    public IEnumerable<Guid> Branch(Guid key) => _documents.Values.Where(document => document.ParentKey == key).SelectMany(child => Branch(child.Key)).Prepend(key);

    /// <summary>Every document there is.</summary>
    public IReadOnlyCollection<PublishedDocument> Documents => _documents.Values;

    public IReadOnlyList<PublishedMedia> Media => _media;

    /// <summary>The texts of the site.</summary>
    public IReadOnlyList<DictionaryItem> Dictionary { get; set; } = Repository.Site.Dictionary;

    /// <summary>Puts a document in the place of its earlier self.</summary>
    public void Replace(PublishedDocument document) => _documents[document.Key] = document;

    /// <summary>Puts a document elsewhere, or in another place among its siblings, or under another name.</summary>
    public void Place(Guid key, Guid? parent, int order, string? name = null)
    {
        var known = _documents[key];
        Put(key, known.ContentType, parent, order, name is null ? known.Content : known.Content with { Names = [new VariantName(null, name)] });
        foreach (var below in Branch(key).Skip(1))
        {
            var document = _documents[below];
            Put(below, document.ContentType, document.ParentKey, document.SortOrder, document.Content);
        }
    }

    /// <summary>Another value of one property; null takes it away.</summary>
    public void Change(Guid key, string alias, object? value)
    {
        var known = _documents[key];
        var others = known.Content.Values.Where(property => property.Alias != alias);
        var values = value is null ? others : others.Append(new PropertyValue(alias, null, null, JsonSerializer.SerializeToElement(value)));
        Put(key, known.ContentType, known.ParentKey, known.SortOrder, known.Content with { Values = [.. values] });
    }

    public void ReplaceMedia(PublishedMedia media) => _media[_media.FindIndex(item => item.Key == media.Key)] = media;

    public void RemoveMedia(Guid key) => _media.RemoveAll(item => item.Key == key);

    /// <summary>A date as the date picker writes it.</summary>
    public static object Time(string local) => new { date = local, timeZone = (string?)null };

    /// <summary>A block list of blocks of one type.</summary>
    public static object Blocks(string type, params object[] blocks)
    {
        var keys = blocks.Select(_ => Guid.NewGuid()).ToArray();
        return new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keys.Select(key => new { contentKey = key }).ToArray() },
            contentData = blocks.Select((block, index) => new
            {
                key = keys[index],
                contentTypeKey = Schema.FindType(NodeKind.Document, type)!.Key,
                values = JsonSerializer.SerializeToElement(block).EnumerateObject().Select(value => new { alias = value.Name, value = value.Value }).ToArray(),
            }).ToArray(),
            settingsData = Array.Empty<object>(),
        };
    }

    /// <summary>A document of the starting content by type and name.</summary>
    public Guid Existing(string type, string? name = null) => _documents.Values
        .First(document => document.ContentType.Alias == type && (name is null || document.NameIn() == name)).Key;

    public Guid Event(string name, string start, string? end = null, object? more = null) => Add("event", name, Merge(
        new { title = name, startsAt = Time(start), endsAt = end is null ? null : Time(end) }, more));

    public Guid Add(string type, string name, object values, Guid? parent = null, Guid? key = null)
    {
        var id = key ?? Guid.NewGuid();
        var json = JsonSerializer.SerializeToElement(values);
        Put(id, Schema.FindType(NodeKind.Document, type)!, parent ?? Existing("eventFolder"), _documents.Count, Written(name, json));
        return id;
    }

    /// <summary>A document at the root, of any type.</summary>
    public Guid AddRoot(ContentType type, string name, object values) => AddRoot(type, Written(name, JsonSerializer.SerializeToElement(values)));

    /// <summary>A document at the root, with its names and values in as many languages as there are.</summary>
    public Guid AddRoot(ContentType type, NodeContent content)
    {
        var id = Guid.NewGuid();
        Put(id, type, null, _documents.Count, content);
        return id;
    }

    /// <summary>Publishes a document with other values.</summary>
    public void Put(Guid key, object values)
    {
        var known = _documents[key];
        Put(key, known.ContentType, known.ParentKey, known.SortOrder, Written(known.NameIn() ?? "", JsonSerializer.SerializeToElement(values)));
    }

    /// <summary>Counts the date of an event as it is now, and lets the server read it.</summary>
    public void Count(Guid key, AttendedBy people)
    {
        var edition = Edition();
        var date = new HeldDates(edition).Describe(edition.Projection<EventCalendar>().Of(key)[0]);
        Book.Open(new EngagementPage([.. Book.Page!.Counts.Values, new AttendanceCount(date, people, "Talt", null, Guid.NewGuid(), Clock.Now)], Book.Page.Feedback, Clock.Now));
    }

    /// <summary>Takes a document from readers; what it stood below remembers when, as the database does.</summary>
    public void Remove(Guid key)
    {
        if (_documents.Remove(key, out var gone) && gone.ParentKey is { } above && _documents.TryGetValue(above, out var parent))
        {
            Put(above, parent.ContentType, parent.ParentKey, parent.SortOrder, parent.Content, parent.PublishDate, PublishedAt);
        }
    }

    /// <summary>Publishes a document once more as it is.</summary>
    public void Touch(Guid key) => Put(key, _documents[key].ContentType, _documents[key].ParentKey, _documents[key].SortOrder, _documents[key].Content);

    public Guid AddMedia(string url, object values)
    {
        var id = Guid.NewGuid();
        var json = JsonSerializer.SerializeToElement(values);
        _media.Add(new PublishedMedia
        {
            Key = id,
            ContentType = Schema.FindType(NodeKind.Media, "Image")!,
            Name = "Billede",
            Url = url,
            Content = new NodeContent { Values = [.. json.EnumerateObject().Select(value => new PropertyValue(value.Name, null, null, value.Value))] },
        });
        return id;
    }

    /// <summary>The data of an answer without errors.</summary>
    public JsonElement Ask(string query, object? variables = null)
    {
        using var answer = Api.Execute(Edition(), query, variables);
        Assert.That(answer.RootElement.TryGetProperty("errors", out var errors), Is.False, () => errors.GetRawText());
        return answer.RootElement.GetProperty("data").Clone();
    }

    /// <summary>The code of the first error.</summary>
    public string? Refused(string query, object? variables = null)
    {
        using var answer = Api.Execute(Edition(), query, variables);
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;
    }

    private static Dictionary<string, object?> Merge(object values, object? more)
    {
        var merged = new Dictionary<string, object?>();
        foreach (var source in new[] { values, more }.OfType<object>())
        {
            foreach (var property in source.GetType().GetProperties())
            {
                merged[property.Name] = property.GetValue(source);
            }
        }

        return merged;
    }

    private static NodeContent Written(string name, JsonElement values) => new()
    {
        Names = [new VariantName(null, name)],
        Values = [.. values.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => new PropertyValue(value.Name, null, null, value.Value))],
    };

    private EngagementBook OpenBook()
    {
        var book = Services.GetRequiredService<EngagementBook>();
        book.Open(new EngagementPage([], [], Clock.Now));
        return book;
    }

    private void PutBelow(Guid parent, ILookup<Guid, SiteNode> nodes)
    {
        foreach (var node in nodes[parent])
        {
            Put(node.Key, Schema.FindType(node.ContentTypeKey)!, node.ParentKey, node.SortOrder, node.Content);
            PutBelow(node.Key, nodes);
        }
    }

    private void Put(Guid key, ContentType type, Guid? parent, int order, NodeContent content, DateTimeOffset? publishedAt = null, DateTimeOffset? childLeftAt = null) => _documents[key] = new PublishedDocument
    {
        Key = key,
        ContentType = type,
        ParentKey = parent,
        Level = parent is { } above ? _documents[above].Level + 1 : 1,
        SortOrder = order,
        CreateDate = Now.AddDays(-30),
        PublishDate = publishedAt ?? PublishedAt,
        ChildLeftAt = childLeftAt,
        UrlSegments = UrlSegments.Of(Types, type, content).ToImmutableDictionary(),
        Content = content,
    };
}

/// <summary>A clock that a test sets.</summary>
internal class TestClock(DateTimeOffset now) : TimeProvider
{
    public virtual DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;
}

/// <summary>Short ways to look into an answer.</summary>
internal static class Answers
{
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            json = json.GetProperty(name);
        }

        return json;
    }

    public static string?[] Texts(this JsonElement list, string name) => [.. list.EnumerateArray().Select(item => item.GetProperty(name).GetString())];
}
