using System.Collections.Immutable;
using NodaTime;

namespace Hedensted.Bibliotek.Import;

/// <summary>What DPL CMS calls the state of an event.</summary>
internal enum DplItemState
{
    /// <summary>A state that we do not know.</summary>
    Unknown,
    TicketSaleNotOpen,
    Active,
    SoldOut,
    Cancelled,
    Occurred,
}

/// <summary>One event in DPL CMS, read and cleaned: texts are one line without control characters, what is blank is null.</summary>
internal sealed record DplItem
{
    public required Guid Uuid { get; init; }

    public required string Title { get; init; }

    public required Uri Url { get; init; }

    public required DplItemState State { get; init; }

    /// <summary>Danish wall time.</summary>
    public required LocalDateTime Start { get; init; }

    /// <summary>Danish wall time.</summary>
    public required LocalDateTime End { get; init; }

    public bool AllDay { get; init; }

    public string? Description { get; init; }

    /// <summary>HTML as it came.</summary>
    public string? Body { get; init; }

    public ImmutableArray<string> Branches { get; init; } = [];

    public DplItemAddress? Address { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Audiences { get; init; } = [];

    public ImmutableArray<string> Partners { get; init; } = [];

    /// <summary>What the source calls the info screens that show it.</summary>
    public ImmutableArray<string> Screens { get; init; } = [];

    public ImmutableArray<DplItemTicket> Tickets { get; init; } = [];

    public int? Capacity { get; init; }

    public Guid? Series { get; init; }

    public Uri? ExternalUrl { get; init; }
}

/// <summary>Where it is.</summary>
internal sealed record DplItemAddress(bool? IsOnline, string? Location, string? More, string? Street, int? ZipCode, string? City);

/// <summary>What it costs.</summary>
/// <param name="Title">Who pays it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Value">In the currency's minor unit.</param>
internal sealed record DplItemTicket(string Title, string Currency, decimal Value);

/// <summary>What the source answered: events, or why it is not to be believed.</summary>
/// <param name="Items">None when there is a problem.</param>
/// <param name="Problem">Danish, with the remedy; null when all is well.</param>
internal sealed record DplAnswer(ImmutableArray<DplItem> Items, string? Problem = null)
{
    public static DplAnswer Unusable(string problem) => new([], problem);
}
