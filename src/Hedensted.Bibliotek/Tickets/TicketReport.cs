using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Changes;
using Hedensted.Content.Sources;

namespace Hedensted.Bibliotek.Tickets;

/// <summary>What a ticket system tells of a date.</summary>
/// <param name="Status">How it goes; null when nothing is said of it.</param>
/// <param name="Url">Where one gets a ticket; null when nothing is said of it.</param>
public sealed record TicketReport(OccurrenceStatus? Status, Uri? Url);

/// <summary>What became of a report.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Position">Where readers see it; null when they see nothing new.</param>
public sealed record TicketResult(SourceStatus Status, ChangePosition? Position = null);
