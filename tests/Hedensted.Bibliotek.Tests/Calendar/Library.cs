using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>A small library in memory: the document types that the calendar reads, and what a test puts in.</summary>
internal sealed class Library
{
    private static readonly ImmutableArray<ContentType> Types =
    [
        .. new[] { "eventFolder", EventTypes.Event, EventTypes.Series, EventTypes.Override, EventTypes.DialogueMeeting, EventTypes.Branch, EventTypes.FocusArea, "home" }
            .Select((alias, index) => new ContentType { Key = Key(index + 1), Kind = NodeKind.Document, Alias = alias, Name = alias }),
    ];

    private static readonly ContentSchema Schema = new([], [], Types);

    private readonly Dictionary<Guid, PublishedDocument> _documents = [];

    /// <summary>A key that is easy to tell apart.</summary>
    public static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A date as the date picker writes it.</summary>
    public static object Time(string local) => new { date = local, timeZone = (string?)null };

    /// <summary>A block list of dates.</summary>
    public static object Dates(params (Guid Key, string Start, string? End)[] dates) => new
    {
        layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = dates.Select(date => new { contentKey = date.Key }).ToArray() },
        contentData = dates.Select(date => new
        {
            key = date.Key,
            contentTypeKey = Key(99),
            values = new object[]
            {
                new { alias = "startsAt", value = Time(date.Start) },
                new { alias = "endsAt", value = date.End is null ? null : Time(date.End) },
            },
        }).ToArray(),
        settingsData = Array.Empty<object>(),
    };

    public Guid Put(int key, string type, object values, int? parent = null)
    {
        var id = Key(key);
        var json = JsonSerializer.SerializeToElement(values);
        _documents[id] = new PublishedDocument
        {
            Key = id,
            ContentType = Types.First(candidate => candidate.Alias == type),
            ParentKey = parent is { } above ? Key(above) : null,
            Level = parent is null ? 1 : 2,
            SortOrder = key,
            CreateDate = default,
            PublishDate = default,
            UrlSegments = ImmutableDictionary<string, string>.Empty.Add("", string.Create(CultureInfo.InvariantCulture, $"nr-{key}")),
            Content = new NodeContent
            {
                Names = [new VariantName(null, string.Create(CultureInfo.InvariantCulture, $"Nr. {key}"))],
                Values = [.. json.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => new PropertyValue(value.Name, null, null, value.Value))],
            },
        };
        return id;
    }

    public void Remove(int key) => _documents.Remove(Key(key));

    public Edition Edition() => Content.Published.Edition.Of(Schema, _documents.Values);

    public EventCalendar Calendar() => Project(new EditionChange(Edition(), null, _documents.Keys.ToHashSet(), new HashSet<Guid>(), SchemaChanged: true), null);

    public static EventCalendar Project(EditionChange change, EventCalendar? previous, TimeProvider? clock = null) =>
        (EventCalendar)new CalendarProjection(clock ?? TimeProvider.System, NullLogger<CalendarProjection>.Instance).Project(change, previous);
}
