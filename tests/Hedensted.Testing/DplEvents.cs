using System.Globalization;
using System.Text.Json.Nodes;

namespace Hedensted.Testing;

/// <summary>Makes events as DPL CMS tells of them: the same for the same seed.</summary>
public static class DplEvents
{
    private static readonly string[] Titles = ["Babysang", "Forfatteraften", "Strikkecafé", "Krea-værksted", "Foredrag om månen", "IT-hjælp", "Læsekreds", "Filmklub", "Åbent rum & kaffe"];
    private static readonly string[] Branches = ["Hedensted Bibliotek", "Tørring Bibliotek", "Juelsminde Bibliotek"];
    private static readonly string[] States = ["Active", "Active", "Active", "SoldOut", "TicketSaleNotOpen", "Cancelled"];

    /// <summary>One event with what DPL always gives; a test changes what it is about.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="start">When, with an offset.</param>
    /// <param name="uuid">Its id; one of its own when left out.</param>
    public static JsonObject One(string title, DateTimeOffset start, Guid? uuid = null)
    {
        var id = uuid ?? Guid.NewGuid();
        return new JsonObject
        {
            ["uuid"] = id.ToString(),
            ["title"] = title,
            ["url"] = $"https://hedenstedbib.example/arrangementer/{id}",
            ["created_at"] = Moment(start.AddDays(-60)),
            ["updated_at"] = Moment(start.AddDays(-30)),
            ["state"] = "Active",
            ["all_day"] = false,
            ["date_time"] = new JsonObject { ["start"] = Moment(start), ["end"] = Moment(start.AddHours(2)) },
            ["branches"] = new JsonArray("Hedensted Bibliotek"),
        };
    }

    /// <summary>Many, all of them to come.</summary>
    public static JsonArray Many(int count, int seed, DateTimeOffset from)
    {
#pragma warning disable CA5394 // the same for the same seed is the point
        var random = new Random(seed);
        var events = new JsonArray();
        var bytes = new byte[16];
        Guid Uuid()
        {
            random.NextBytes(bytes);
            bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            return new Guid(bytes);
        }

        var series = Uuid();
        for (var number = 0; number < count; number++)
        {
            var title = Titles[random.Next(Titles.Length)];
            var one = One(title, from.AddDays(1 + (number % 90)).AddHours(random.Next(8, 19)), Uuid());
            one["state"] = States[random.Next(States.Length)];
            one["branches"] = new JsonArray(Branches[random.Next(Branches.Length)]);
            one["description"] = random.Next(4) == 0 ? null : $"{title} for alle, der har lyst. " + new string('å', random.Next(0, 220));
            one["body"] = $"<h2>{title}</h2><p>Kom og vær med. <a href=\"/om-os\" onclick=\"x()\">Læs mere</a></p>";
            one["ticket_manager_relevance"] = random.Next(2) == 0;
            one["categories"] = new JsonArray(random.Next(5) == 0 ? "Udstilling" : "Arrangement", "Kultur");
            one["tags"] = new JsonArray("Musik");
            one["partners"] = new JsonArray();
            one["series"] = random.Next(3) == 0 ? new JsonObject { ["uuid"] = series.ToString() } : null;
            one["image"] = new JsonObject { ["url"] = "https://hedenstedbib.example/sites/default/files/billede.jpg" };
            one["address"] = new JsonObject
            {
                ["locationType"] = "physical",
                ["location"] = one["branches"]![0]!.GetValue<string>(),
                ["street"] = "Østerbrogade 26",
                ["zip_code"] = 8722,
                ["city"] = "Hedensted",
                ["country"] = "DK",
            };
            if (random.Next(3) == 0)
            {
                one["ticket_categories"] = new JsonArray(
                    new JsonObject { ["title"] = "Voksen", ["price"] = new JsonObject { ["currency"] = "DKK", ["value"] = random.Next(1, 200) * 50 } },
                    new JsonObject { ["title"] = "Barn", ["price"] = new JsonObject { ["currency"] = "DKK", ["value"] = 0 } });
                one["ticket_capacity"] = random.Next(10, 200);
                one["external_data"] = new JsonObject { ["url"] = "https://billet.example/køb?id=1", ["admin_url"] = "https://billet.example/admin" };
            }

            foreach (var absent in one.Where(member => member.Value is null).Select(member => member.Key).ToList())
            {
                one.Remove(absent);
            }

            events.Add(one);
        }
#pragma warning restore CA5394

        return events;
    }

    /// <summary>A moment as DPL writes it.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
