using System.Diagnostics;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>What the backoffice asks and sends while a day's work is done.</summary>
/// <param name="editor">Who asks.</param>
/// <param name="site">What there is to ask about.</param>
internal sealed class EditingQuestions(BackofficeSession editor, EditingSite site)
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["{folder}"] = StartingSite.Events.ToString(),
        ["{places}"] = StartingSite.Places.ToString(),
        ["{branch}"] = StartingSite.HedenstedLibrary.ToString(),
    };

    // In the order in which a day goes: in, a look around, an event, its neighbours and history, pictures, our own screens, settings.
    private static readonly string[] Reads =
    [
        "/user/current", "/tree/document/root?skip=0&take=50&foldersOnly=false", "/tree/document/children?parentId={folder}&skip=0&take=50",
        "/tree/document/children?parentId={folder}&skip=9900&take=50", "/tree/document/ancestors?descendantId={event}", "/tree/document/siblings?target={event}&before=5&after=5",
        "/collection/document/{folder}?orderBy=updateDate&orderDirection=Descending&skip=0&take=100", "/collection/document/{folder}?orderBy=name&orderDirection=Ascending&skip=0&take=100",
        "/collection/document/{folder}?orderBy=name&orderDirection=Ascending&filter=l%C3%A6se&skip=0&take=100", "/collection/document/{folder}?orderBy=sortOrder&orderDirection=Ascending&skip=9900&take=100",
        "/document/{event}", "/document/{event}/published", "/document/urls?id={event}", "/item/document?id={event}", "/item/document/ancestors?id={event}",
        "/item/document/search?query=l%C3%A6se&skip=0&take=20", "/item/document/search?query=forfatteraften%20juelsminde&skip=0&take=20",
        "/document/{event}/audit-log?orderDirection=Descending&skip=0&take=10", "/document/{event}/referenced-by?skip=0&take=20", "/document/{branch}/referenced-by?skip=0&take=20",
        "/document/{event}/referenced-descendants?skip=0&take=20", "/document/{folder}/referenced-descendants?skip=0&take=20", "/document/are-referenced?id={event}&skip=0&take=20",
        "/document/{event}/available-segment-options", "/document-version?documentId={event}&skip=0&take=20", "/recycle-bin/document/root?skip=0&take=50",
        "/tree/media/root?skip=0&take=100", "/tree/media/siblings?target={picture}&before=5&after=5", "/collection/media?skip=0&take=100&orderBy=updateDate&orderDirection=Descending",
        "/collection/media?skip=4000&take=100&orderBy=name&orderDirection=Ascending", "/media/{picture}", "/media/urls?id={picture}", "/item/media?id={picture}",
        "/item/media/search?query=billede&skip=0&take=20", "/imaging/resize/urls?id={picture}&width=300&height=300&mode=Crop", "/media/{picture}/referenced-by?skip=0&take=20",
        "/hedensted/event-list/{folder}?when=upcoming&orderBy=startsAt&orderDirection=Ascending&skip=0&take=100", "/hedensted/event-list/{folder}?when=all&orderBy=name&orderDirection=Ascending&skip=0&take=100",
        "/hedensted/event-list/{folder}?when=all&orderBy=updateDate&orderDirection=Descending&skip=0&take=100",
        "/hedensted/event-list/{folder}?when=past&place={branch}&filter=l%C3%A6se&orderBy=startsAt&orderDirection=Descending&skip=0&take=100", "/hedensted/event-list/{folder}/choices",
        "/hedensted/calendar?from=2026-11-01&to=2026-11-30", "/hedensted/drafts",
        "/tree/document-type/root?skip=0&take=100", "/tree/data-type/root?skip=0&take=100", "/language?skip=0&take=100", "/dictionary?skip=0&take=100",
    ];

    /// <summary>Each question, and how long the round of this number took from request to whole answer.</summary>
    public IEnumerable<(string Name, Func<int, Task<TimeSpan>> Ask)> All()
    {
        foreach (var path in Reads)
        {
            yield return ($"GET {path}", round => TimeAsync(editor, HttpMethod.Get, Filled(path, Event(round)), null));
        }

        yield return ("PUT /document/{event}/validate", round => SendAsync(Event(round), "/validate"));
        yield return ("PUT /document/{event}", round => SendAsync(Event(round), ""));

        // One document has a draft for each round by now; what editors have under way is asked for with drafts among ten thousand events.
        foreach (var path in (string[])["/hedensted/drafts", "/hedensted/calendar?from=2026-11-01&to=2026-11-30", "/hedensted/event-list/{folder}?when=upcoming&orderBy=startsAt&orderDirection=Ascending&skip=0&take=100"])
        {
            yield return ($"GET {path}, after the saves", round => TimeAsync(editor, HttpMethod.Get, Filled(path, Event(round)), null));
        }

        yield return ("GET /item/document/search, after a save", async round =>
        {
            await SendAsync(Event(round), "");
            return await TimeAsync(editor, HttpMethod.Get, "/item/document/search?query=rettet&skip=0&take=20", null);
        }
        );
        yield return ("GET /hedensted/event-list/{folder}, after a save", async round =>
        {
            await SendAsync(Event(round), "");
            return await TimeAsync(editor, HttpMethod.Get, Filled("/hedensted/event-list/{folder}?when=all&orderBy=updateDate&orderDirection=Descending&skip=0&take=100", Event(round)), null);
        }
        );
        yield return ("PUT /document/{event}/update-and-publish", round => SendAsync(Event(round), "/update-and-publish"));
        yield return ("PUT /document/{event}/unpublish", round => TimeAsync(editor, HttpMethod.Put, $"/document/{Event(round)}/unpublish", new { cultures = (object?)null }));
        yield return ("PUT /document/{event}/publish", round =>
            TimeAsync(editor, HttpMethod.Put, $"/document/{Event(round)}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } }));
        yield return ("POST /document", _ => CreateAsync(""));
        yield return ("POST /document/create-and-publish", _ => CreateAsync("/create-and-publish"));
        yield return ("PUT /document/{event}/move-to-recycle-bin", round => TimeAsync(editor, HttpMethod.Put, $"/document/{Event(round)}/move-to-recycle-bin", null));
        yield return ("PUT /recycle-bin/document/{event}/restore", round =>
            TimeAsync(editor, HttpMethod.Put, $"/recycle-bin/document/{Event(round)}/restore", new { target = new { id = StartingSite.Events } }));
        yield return ("POST /document/{event}/copy", round =>
            TimeAsync(editor, HttpMethod.Post, $"/document/{Event(round)}/copy", new { target = new { id = StartingSite.Events }, relateToOriginal = false, includeDescendants = false }));
    }

    /// <summary>Sends something and reads the answer to its end.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static async Task<TimeSpan> TimeAsync(BackofficeSession editor, HttpMethod method, string path, object? body)
    {
        var sent = Stopwatch.GetTimestamp();
        using var answer = await editor.CallAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(sent);
        return answer.IsSuccessStatusCode ? time : throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }

    private Guid Event(int round) => site.Events[round % site.Events.Length];

    private string Filled(string path, Guid key) => Known.Aggregate(path, (text, known) => text.Replace(known.Key, known.Value, StringComparison.Ordinal))
        .Replace("{event}", key.ToString(), StringComparison.Ordinal).Replace("{picture}", site.Picture.ToString(), StringComparison.Ordinal);

    // What is sent is what was read, with another teaser, as the form does it.
    private async Task<TimeSpan> SendAsync(Guid key, string what)
    {
        var read = await DocumentAsync(key);
        var body = what switch
        {
            "/update-and-publish" => BodyOf(read, ("culturesToPublish", new JsonArray())),
            "/validate" => BodyOf(read, ("cultures", null)),
            _ => BodyOf(read),
        };
        return await TimeAsync(editor, HttpMethod.Put, what == "/validate" ? $"/umbraco/management/api/v1.1/document/{key}/validate" : $"/document/{key}{what}", body);
    }

    // A new event is one that there is, under another name.
    private async Task<TimeSpan> CreateAsync(string what)
    {
        var body = BodyOf(
            await DocumentAsync(site.Events[0]),
            ("id", Guid.NewGuid()), ("parent", new JsonObject { ["id"] = StartingSite.Events }), ("documentType", new JsonObject { ["id"] = site.EventType }), ("culturesToPublish", new JsonArray()));
        return await TimeAsync(editor, HttpMethod.Post, $"/document{what}", body);
    }

    private async Task<JsonNode> DocumentAsync(Guid key) => (await editor.ReadAsync($"/document/{key}"))!;

    private static string BodyOf(JsonNode document, params (string Name, JsonNode? Value)[] more)
    {
        var values = document["values"]!.AsArray().DeepClone().AsArray();
        values.RemoveAll(value => value!["alias"]!.GetValue<string>() == "teaser");
        values.Add(new JsonObject { ["alias"] = "teaser", ["culture"] = null, ["segment"] = null, ["value"] = $"Rettet {Guid.NewGuid():N}" });
        var name = document["variants"]![0]!["name"]!.GetValue<string>();
        var body = new JsonObject
        {
            ["values"] = values,
            ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name }),
            ["template"] = null,
        };
        foreach (var (member, value) in more)
        {
            body[member] = value;
        }

        return body.ToJsonString();
    }
}
