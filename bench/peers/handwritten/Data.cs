using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hedensted.Peers.Handwritten;

internal sealed record Address(string Text);

internal sealed record Branch(string Name, string Slug, Address? Address);

internal sealed record FocusArea(string Slug, string ShortName);

internal sealed record Image(string Url, string? Alt);

internal sealed record Event(
    string Id,
    string Slug,
    string Title,
    string? Teaser,
    string StartsAt,
    string EndsAt,
    string[] Audiences,
    string Price,
    string Status,
    Branch? Branch,
    FocusArea[] FocusAreas,
    Image? Image)
{
    public long Start { get; } = DateTimeOffset.Parse(StartsAt, System.Globalization.CultureInfo.InvariantCulture).UtcTicks;

    /// <summary>What the screen asks for, encoded once.</summary>
    public byte[] Screen { get; set; } = [];

    /// <summary>What the calendar asks for, encoded once.</summary>
    public byte[][] Members { get; set; } = [];
}

/// <summary>The data in memory: one order (start, id), one index a branch, one a focus area.</summary>
internal sealed class Data
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Data(string file, bool encode)
    {
        var events = JsonSerializer.Deserialize<Event[]>(File.ReadAllBytes(file), Json)!;
        Array.Sort(events, (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Id, b.Id));
        ByBranch = events.Where(item => item.Branch is not null).GroupBy(item => item.Branch!.Slug).ToDictionary(group => group.Key, group => group.ToArray());
        ByArea = events.SelectMany(item => item.FocusAreas.Select(area => (area.Slug, Item: item))).GroupBy(pair => pair.Slug)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Item).ToArray());
        foreach (var item in encode ? events : [])
        {
            item.Screen = JsonSerializer.SerializeToUtf8Bytes(new { item.Id, item.Slug, item.Title, item.StartsAt, item.EndsAt, item.Status }, Json);
            item.Members =
            [
                Member("id", item.Id), Member("slug", item.Slug), Member("title", item.Title), Member("teaser", item.Teaser),
                Member("startsAt", item.StartsAt), Member("endsAt", item.EndsAt), Member("audiences", item.Audiences), Member("price", item.Price),
                Member("status", item.Status), Member("branch", item.Branch), Member("focusAreas", item.FocusAreas), Member("image", item.Image),
            ];
        }
    }

    public Dictionary<string, Event[]> ByBranch { get; }

    public Dictionary<string, Event[]> ByArea { get; }

    public static string Cursor(Event item) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{item.Start}|{item.Id}"));

    private static byte[] Member(string name, object? value) => [.. Encoding.UTF8.GetBytes($"\"{name}\":"), .. JsonSerializer.SerializeToUtf8Bytes(value, Json)];
}
