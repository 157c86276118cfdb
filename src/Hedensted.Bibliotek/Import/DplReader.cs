using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hedensted.Bibliotek.Values;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Import;

/// <summary>Reads what DPL CMS answers to <c>/api/v1/events</c>: strict about what we use, deaf to what we do not know.</summary>
/// <remarks>One event that cannot be trusted makes the whole answer unusable, for what else is wrong with it nobody knows.</remarks>
internal static class DplReader
{
    private const int MaxDepth = 32;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    private static readonly (int First, int Last) Years = (2000, 2100);

    /// <summary>The events of an answer in UTF-8.</summary>
    public static DplAnswer Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return DplAnswer.Unusable("Svaret er ikke en liste af arrangementer.");
            }

            var items = ImmutableArray.CreateBuilder<DplItem>(document.RootElement.GetArrayLength());
            var seen = new HashSet<Guid>();
            foreach (var element in document.RootElement.EnumerateArray())
            {
                var item = new Member(element, $"Arrangement nr. {items.Count + 1}").Event();
                if (!seen.Add(item.Uuid))
                {
                    return DplAnswer.Unusable($"Arrangementet «{item.Title}» ({item.Uuid}) står to gange i svaret.");
                }

                items.Add(item);
            }

            return new DplAnswer(items.DrainToImmutable());
        }
        catch (JsonException)
        {
            return DplAnswer.Unusable("Svaret er afkortet eller beskadiget og kan ikke læses som JSON.");
        }
        catch (WrongShapeException wrong)
        {
            return DplAnswer.Unusable(wrong.Message);
        }
    }

    /// <summary>One line without what a reader does not see: control characters, and those that turn the direction of what follows.</summary>
    private static string? Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                line.Append(' ');
            }
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFEFF))
            {
                line.Append(rune.ToString());
            }
        }

        var words = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static DplItemState StateOf(string? word) => word switch
    {
        "TicketSaleNotOpen" => DplItemState.TicketSaleNotOpen,
        "Active" => DplItemState.Active,
        "SoldOut" => DplItemState.SoldOut,
        "Cancelled" => DplItemState.Cancelled,
        "Occurred" => DplItemState.Occurred,
        _ => DplItemState.Unknown,
    };

    private sealed class WrongShapeException(string message) : Exception(message);

    // Where we are in the answer, so that a fault can be named.
    private readonly record struct Member(JsonElement Element, string Where)
    {
        public DplItem Event()
        {
            var uuid = Needed("uuid").Uuid();
            var here = this with { Where = $"{Where} ({uuid})" };
            var time = here.Needed("date_time");
            var (start, end) = (time.Needed("start").Moment(), time.Needed("end").Moment());
            if (end < start)
            {
                throw time.Wrong("slutter, før det begynder");
            }

            return new DplItem
            {
                Uuid = uuid,
                Title = here.Needed("title").Text() ?? throw here.Needed("title").Wrong("er tom"),
                Url = here.Needed("url").Address() ?? throw here.Needed("url").Wrong("er ikke en hel webadresse"),
                State = StateOf(here.Needed("state").Text()),
                Start = WallTime.FromInstant(start),
                End = WallTime.FromInstant(end),
                AllDay = here.Optional("all_day")?.Flag() ?? false,
                Description = here.Optional("description")?.Text(),
                Body = here.Optional("body")?.Raw(),
                Branches = here.Texts("branches"),
                Address = here.Object("address")?.Place(),
                Categories = here.Texts("categories"),
                Tags = here.Texts("tags"),
                Audiences = here.Texts("audiences"),
                Partners = here.Texts("partners"),
                Screens = here.Texts("screen_names"),
                Tickets = [.. here.List("ticket_categories").Select(ticket => ticket.Ticket())],
                Capacity = here.Optional("ticket_capacity")?.Whole(0, 1_000_000),
                Series = here.Object("series")?.Needed("uuid").Uuid(),
                ExternalUrl = here.Object("external_data")?.Optional("url")?.Address(),
            };
        }

        private DplItemAddress Place() => new(
            Optional("locationType")?.Text() switch { "online" => true, "physical" => false, _ => null },
            Optional("location")?.Text(),
            Optional("locationAdditional")?.Text(),
            Optional("street")?.Text(),
            Optional("zip_code")?.Whole(0, 999_999),
            Optional("city")?.Text());

        private DplItemTicket Ticket()
        {
            var price = Needed("price");
            return new(
                Needed("title").Text() ?? "Billet",
                price.Needed("currency").Text() ?? throw price.Needed("currency").Wrong("er tom"),
                price.Needed("value").Number(0, 100_000_000));
        }

        private Member Needed(string name) => Optional(name) ?? throw Wrong($"mangler «{name}»");

        // DPL is written in PHP, where an object without members is an empty list.
        private Member? Object(string name) => Optional(name) is { } member && member.Element is not { ValueKind: JsonValueKind.Array } ? member : null;

        private Member? Optional(string name)
        {
            if (Element.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("har en anden form end ventet");
            }

            return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new Member(value, $"{Where}: «{name}»") : null;
        }

        private IEnumerable<Member> List(string name)
        {
            if (Optional(name) is not { } list)
            {
                return [];
            }

            return list.Element.ValueKind == JsonValueKind.Array
                ? [.. list.Element.EnumerateArray().Select(item => new Member(item, list.Where))]
                : throw list.Wrong("er ikke en liste");
        }

        private ImmutableArray<string> Texts(string name) => [.. List(name).Select(item => item.Text()).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

        private string? Text() => Line(Raw());

        private string Raw()
        {
            try
            {
                return Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("er ikke en tekst");
            }
            catch (InvalidOperationException)
            {
                throw Wrong("er ikke en læsbar tekst"); // half a surrogate pair
            }
        }

        private Guid Uuid() => Guid.TryParseExact(Text(), "D", out var uuid) && uuid != Guid.Empty ? uuid : throw Wrong("er ikke et uuid");

        private Uri? Address() => Uri.TryCreate(Text(), UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", Host.Length: > 0, UserInfo.Length: 0 } ? address : null;

        private bool Flag() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Wrong("er hverken sand eller falsk");

        private int Whole(int least, int most) => (int)Number(least, most) is var whole && whole == Number(least, most) ? whole : throw Wrong("er ikke et helt tal");

        private decimal Number(int least, int most) =>
            Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var number) && number >= least && number <= most
                ? number
                : throw Wrong($"er ikke et tal mellem {least} og {most}");

        private DateTimeOffset Moment() =>
            OffsetDateTimePattern.ExtendedIso.Parse(Text() ?? "") is { Success: true, Value: var moment } && moment.Year >= Years.First && moment.Year <= Years.Last
                ? moment.ToDateTimeOffset()
                : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"er ikke et tidspunkt med tidszone mellem {Years.First} og {Years.Last}"));

        private WrongShapeException Wrong(string fault) => new($"{Where} {fault}.");
    }
}
