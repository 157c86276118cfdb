using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hedensted.Cms.Tests.Import;

/// <summary>The shape that DPL CMS documents for its events: which members there are, of which kind, and which are never left out.</summary>
internal static class DplShape
{
    private static readonly Dictionary<string, Func<JsonNode, string?>> Event = new()
    {
        ["uuid!"] = Uuid,
        ["title!"] = Text,
        ["description"] = Text,
        ["url!"] = Address,
        ["created_at!"] = Moment,
        ["updated_at!"] = Moment,
        ["ticket_manager_relevance"] = Flag,
        ["image"] = Object(new() { ["url!"] = Address }),
        ["teaserImage"] = Object(new() { ["url!"] = Address }),
        ["state!"] = OneOf("TicketSaleNotOpen", "Active", "SoldOut", "Cancelled", "Occurred"),
        ["all_day"] = Flag,
        ["date_time!"] = Object(new() { ["start!"] = Moment, ["end!"] = Moment }),
        ["branches"] = ListOf(Text),
        ["address"] = Object(new()
        {
            ["locationType"] = OneOf("physical", "online"),
            ["location"] = Text,
            ["locationAdditional"] = Text,
            ["street!"] = Text,
            ["zip_code!"] = Whole,
            ["city!"] = Text,
            ["country!"] = Text,
        }),
        ["categories"] = ListOf(Text),
        ["tags"] = ListOf(Text),
        ["partners"] = ListOf(Text),
        ["ticket_categories"] = ListOf(Object(new()
        {
            ["uuid"] = Uuid,
            ["title!"] = Text,
            ["price!"] = Object(new() { ["currency!"] = Text, ["value!"] = Number }),
        })),
        ["ticket_capacity"] = Whole,
        ["series"] = Object(new() { ["uuid!"] = Uuid }),
        ["body"] = Text,
        ["external_data"] = Object(new() { ["url"] = Address, ["admin_url"] = Address }),
        ["screen_names"] = ListOf(Text),
    };

    /// <summary>What is not as documented; null when everything is.</summary>
    public static string? Fault(JsonNode answer) => ListOf(Object(Event))(answer);

    private static Func<JsonNode, string?> Object(Dictionary<string, Func<JsonNode, string?>> members) => node =>
    {
        if (node is not JsonObject json)
        {
            return "is no object";
        }

        foreach (var (key, rule) in members)
        {
            var name = key.TrimEnd('!');
            if (!json.TryGetPropertyValue(name, out var value))
            {
                if (key.EndsWith('!'))
                {
                    return $"lacks {name}";
                }
            }
            else if ((value is null ? "is null" : rule(value)) is { } fault)
            {
                return $"{name} {fault}";
            }
        }

        return json.Select(member => member.Key).FirstOrDefault(name => !members.ContainsKey(name) && !members.ContainsKey(name + "!")) is { } stranger ? $"has {stranger}" : null;
    };

    private static Func<JsonNode, string?> ListOf(Func<JsonNode, string?> rule) => node => node is JsonArray list
        ? list.Select((item, at) => rule(item!) is { } fault ? $"[{at}] {fault}" : null).FirstOrDefault(fault => fault is not null)
        : "is no list";

    private static Func<JsonNode, string?> OneOf(params string[] words) => node => words.Contains(node.GetValue<string>()) ? null : "is another word";

    private static string? Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? null : "is no text";

    private static string? Flag(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : "is no flag";

    private static string? Number(JsonNode node) => node.GetValueKind() == JsonValueKind.Number ? null : "is no number";

    private static string? Whole(JsonNode node) => Number(node) ?? (node.ToJsonString().All(char.IsAsciiDigit) ? null : "is no whole number");

    private static string? Uuid(JsonNode node) => Text(node) ?? (Guid.TryParseExact(node.GetValue<string>(), "D", out _) ? null : "is no uuid");

    private static string? Address(JsonNode node) => Text(node) ?? (Uri.TryCreate(node.GetValue<string>(), UriKind.Absolute, out _) ? null : "is no address");

    private static string? Moment(JsonNode node) =>
        Text(node) ?? (DateTimeOffset.TryParseExact(node.GetValue<string>(), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "is no moment");
}
