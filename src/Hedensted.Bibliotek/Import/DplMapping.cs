using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Examples;
using Hedensted.Bibliotek.Values;
using NodaTime;

namespace Hedensted.Bibliotek.Import;

/// <summary>An event of the source in our words.</summary>
/// <param name="Item">What the source said.</param>
/// <param name="Name">The document's name.</param>
/// <param name="Owned">By alias what the source owns.</param>
/// <param name="Partners">Partners that it names and we know.</param>
/// <param name="Screens">Info screens that it names and we have.</param>
/// <param name="UnknownPlace">The name of a place that we do not know; null when there is none.</param>
/// <param name="UnknownPartners">Names of partners that we do not know.</param>
/// <param name="Notes">What did not come along, in Danish.</param>
internal sealed record DplMapped(
    DplItem Item,
    string Name,
    ImmutableSortedDictionary<string, JsonElement> Owned,
    ImmutableArray<Guid> Partners,
    ImmutableArray<Guid> Screens,
    string? UnknownPlace,
    ImmutableArray<string> UnknownPartners,
    ImmutableArray<string> Notes);

/// <summary>From DPL's shape to the values of our event. Knows no database: the same answer always gives the same values.</summary>
internal sealed partial class DplMapping(NameBook places, NameBook partners, NameBook screens, string sourceName)
{
    private const int LongestTitle = 150;
    private const int LongestTeaser = 200;
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>The key of the document that an event becomes: the same at every fetching and on every server.</summary>
    /// <remarks>Made of the uuid and not the uuid itself, so that no source can name one of our own documents.</remarks>
    public static Guid KeyOf(Guid uuid) => NamedUuid.Of($"hedensted/dpl/event/{uuid}");

    /// <summary>Maps one.</summary>
    public DplMapped Map(DplItem item)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        var notes = ImmutableArray.CreateBuilder<string>();
        void Set(string alias, object? value)
        {
            if (value is not null)
            {
                values[alias] = JsonSerializer.SerializeToElement(value);
            }
        }

        var (start, end) = Times(item);
        Set("title", Clipped(item.Title, LongestTitle));
        Set("teaser", item.Description is { } description ? Clipped(description, LongestTeaser) : null);
        Set("description", item.Body is { } body && !string.IsNullOrWhiteSpace(body) ? RichText(body, item.Url) : null);
        Set("startsAt", WrittenValue.Moment(start));
        Set("endsAt", WrittenValue.Moment(end));
        Set("allDay", item.AllDay);
        Set("status", StatusOf(item.State) is { } status ? new[] { Vocabulary.Statuses.Of(status) } : null);
        Set("attendanceMode", item.Address?.IsOnline is { } online ? new[] { Vocabulary.AttendanceModes.Of(online ? AttendanceMode.Online : AttendanceMode.Physical) } : null);
        Set("meetingPoint", item.Address?.More);
        Set("capacity", item.Capacity is > 0 and var seats ? seats : null);
        Set("ticketUrl", item.ExternalUrl?.AbsoluteUri);
        Set("booking", item.ExternalUrl is null ? null : new[] { Vocabulary.BookingModes.Of(BookingMode.Link) });
        Set("prices", Prices(item, notes));
        Set("audiences", item.Audiences.Select(Vocabulary.Audiences.Find).OfType<Audience>().Distinct().Select(Vocabulary.Audiences.Of).ToArray() is { Length: > 0 } audiences ? audiences : null);
        SetKind(item, Set);
        var unknownPlace = SetPlace(item, Set, notes);
        Set("sourceSystem", sourceName);
        Set("sourceId", item.Uuid.ToString());
        Set("sourceUrl", item.Url.AbsoluteUri);

        var named = item.Partners.Where(name => !partners.IsIgnored(name)).ToList();
        return new DplMapped(
            item,
            item.Series is null ? Clipped(item.Title, LongestTitle) : $"{Clipped(item.Title, LongestTitle)}, {start.ToString("d. MMMM yyyy", Danish)}",
            values.ToImmutable(),
            [.. named.Select(partners.Find).OfType<Guid>().Distinct()],
            Screens(item, notes),
            unknownPlace,
            [.. named.Where(name => partners.Find(name) is null)],
            notes.ToImmutable());
    }

    // DPL lets what has no end end where it begins, and what lasts all day at midnight; we end on the last day, and after the start.
    private static (LocalDateTime Start, LocalDateTime End) Times(DplItem item)
    {
        if (!item.AllDay)
        {
            return (item.Start, item.End > item.Start ? item.End : item.Start.PlusHours(1));
        }

        var last = item.End.TimeOfDay == LocalTime.Midnight && item.End.Date > item.Start.Date ? item.End.Date.PlusDays(-1) : item.End.Date;
        return (item.Start.Date.AtMidnight(), last.AtMidnight());
    }

    // What has taken place keeps the status that it had; a state that we do not know says nothing.
    private static OccurrenceStatus? StatusOf(DplItemState state) => state switch
    {
        DplItemState.Active or DplItemState.TicketSaleNotOpen => OccurrenceStatus.Scheduled,
        DplItemState.SoldOut => OccurrenceStatus.SoldOut,
        DplItemState.Cancelled => OccurrenceStatus.Cancelled,
        _ => null,
    };

    private static void SetKind(DplItem item, Action<string, object?> set)
    {
        var words = item.Categories.Concat(item.Tags).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var kinds = words.Where(word => Vocabulary.Kinds.Find(word) is not null).ToList();
        var own = kinds.FirstOrDefault(word => Vocabulary.Kinds.Find(word) != EventKind.Event);
        set("kind", own is null ? null : new[] { Vocabulary.Kinds.Of(Vocabulary.Kinds.Find(own)!.Value) });
        set("categories", words.Except(kinds).ToArray() is { Length: > 0 } tags ? tags : null);
    }

    private string? SetPlace(DplItem item, Action<string, object?> set, ImmutableArray<string>.Builder notes)
    {
        ImmutableArray<string> names = [.. item.Branches, .. item.Address?.Location is { } location ? [location] : Array.Empty<string>()];
        if (names.IsEmpty && item.Address is { Street: { } street } address)
        {
            names = [$"{street}, {address.ZipCode} {address.City}".Trim()];
        }

        if (item.Branches.Length > 1)
        {
            notes.Add($"Kilden nævner flere huse ({string.Join(", ", item.Branches)}); et arrangement har ét sted her.");
        }

        set("place", names.Select(places.Find).FirstOrDefault(key => key is not null)?.ToString());
        return names.Any(name => places.Find(name) is not null) ? null : names.FirstOrDefault();
    }

    // A screen is bought and hung up, and nobody adds one because an event names it.
    private ImmutableArray<Guid> Screens(DplItem item, ImmutableArray<string>.Builder notes)
    {
        var unknown = item.Screens.Where(name => screens.Find(name) is null).ToList();
        if (unknown.Count > 0)
        {
            notes.Add($"Kilden nævner skærme, der ikke findes her: {string.Join(", ", unknown.Select(name => $"«{name}»"))}.");
        }

        return [.. item.Screens.Select(screens.Find).OfType<Guid>().Distinct()];
    }

    private static object? Prices(DplItem item, ImmutableArray<string>.Builder notes)
    {
        if (item.Tickets.FirstOrDefault(ticket => ticket.Currency != "DKK") is { } foreign)
        {
            notes.Add($"Priserne er i {foreign.Currency} og er ikke taget med.");
            return null;
        }

        return item.Tickets.All(ticket => ticket.Value == 0) ? null : WrittenValue.Blocks(
            item.Tickets.Select(ticket => new WrittenBlock(BlockTypes.PriceBlock, ("name", ticket.Title), ("amount", Math.Round(ticket.Value / 100, 2)))),
            index => NamedUuid.Of($"hedensted/dpl/price/{item.Uuid}/{index}"));
    }

    // Addresses without a host mean the source's; the engine makes the markup clean when it is stored.
    private static object RichText(string markup, Uri page) =>
        WrittenValue.RichText(SitePath().Replace(markup, found => $"{found.Groups[1].Value}{page.GetLeftPart(UriPartial.Authority)}/{found.Groups[2].Value}"));

    private static string Clipped(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', longest - 2);
        var end = cut > longest / 2 ? cut : longest - 2;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd()} …";
    }

    [GeneratedRegex("""(\b(?:href|src)\s*=\s*["'])/([^/])""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SitePath();
}
