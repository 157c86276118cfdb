using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Tickets;

namespace Hedensted.Cms.Partners;

/// <summary>What a ticket system sends about a date, in DPL CMS's words.</summary>
internal sealed record EventReport
{
    [JsonPropertyName("state"), Description("`SoldOut`, or `Active` and `TicketSaleNotOpen` when there are seats again, or `Cancelled`; `Occurred` changes nothing.")]
    public EventReportState? State { get; init; }

    [JsonPropertyName("external_data"), Description("Where the date is in the ticket system.")]
    public EventReportLinks? Links { get; init; }

    /// <summary>Reads what was sent.</summary>
    /// <returns>The report, or else the member that is wrong, and what to do.</returns>
    public static (TicketReport? Report, string? Member, string? Problem) Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return (null, null, "Send a JSON object with 'state', 'external_data' or both.");
        }

        OccurrenceStatus? status = null;
        if (sent.TryGetProperty("state", out var state) && state.ValueKind != JsonValueKind.Null)
        {
            if (state.ValueKind != JsonValueKind.String || Array.IndexOf(Enum.GetNames<EventReportState>(), state.GetString()) is not (>= 0 and var told))
            {
                return (null, "state", $"'state' is one of {string.Join(", ", Enum.GetNames<EventReportState>())}.");
            }

            status = (EventReportState)told switch
            {
                EventReportState.SoldOut => OccurrenceStatus.SoldOut,
                EventReportState.Cancelled => OccurrenceStatus.Cancelled,
                EventReportState.Occurred => null,
                _ => OccurrenceStatus.Scheduled,
            };
        }

        Uri? url = null;
        if (sent.TryGetProperty("external_data", out var links) && links.ValueKind == JsonValueKind.Object && links.TryGetProperty("url", out var address) && address.ValueKind != JsonValueKind.Null
            && (address.ValueKind != JsonValueKind.String || !Uri.TryCreate(address.GetString(), UriKind.Absolute, out url) || url.Scheme is not ("https" or "http")))
        {
            return (null, "external_data.url", "'external_data.url' is a whole address that begins with https:// or http://.");
        }

        return (new TicketReport(status, url), null, null);
    }
}

/// <summary>Addresses of a date in a ticket system.</summary>
internal sealed record EventReportLinks
{
    [JsonPropertyName("url"), Description("Where citizens get a ticket.")]
    public Uri? Url { get; init; }

    [JsonPropertyName("admin_url"), Description("Where the library sees to it in the ticket system. Taken, and not kept.")]
    public Uri? AdminUrl { get; init; }
}

/// <summary>DPL CMS's states of an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventReportState>))]
internal enum EventReportState
{
    /// <summary>The sale has not begun.</summary>
    TicketSaleNotOpen,

    /// <summary>There are seats.</summary>
    Active,

    /// <summary>There are none left.</summary>
    SoldOut,

    /// <summary>It does not take place.</summary>
    Cancelled,

    /// <summary>It is over.</summary>
    Occurred,
}
