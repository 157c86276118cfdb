using System.Collections.Immutable;

namespace Hedensted.Content.Attendance;

/// <summary>What a date was when it was counted; it stays so when its document changes or is deleted.</summary>
/// <param name="OccurrenceId">The date's permanent id.</param>
/// <param name="EventKey">The document that it comes from.</param>
/// <param name="Title">What it was called.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="PlaceKey">Where; null when nowhere.</param>
/// <param name="PlaceName">What the place was called.</param>
/// <param name="IsOutsideHouse">Whether that was a place of others.</param>
/// <param name="IsCitizenLed">Whether citizens arranged it.</param>
/// <param name="FocusAreas">The areas of the strategy that it belonged to.</param>
public sealed record AttendedDate(
    Guid OccurrenceId,
    Guid EventKey,
    string Title,
    DateTimeOffset StartsAt,
    Guid? PlaceKey,
    string? PlaceName,
    bool IsOutsideHouse,
    bool IsCitizenLed,
    ImmutableArray<AttendedFocusArea> FocusAreas);

/// <summary>An area of the strategy.</summary>
/// <param name="Key">Its document.</param>
/// <param name="Name">What it was called.</param>
public sealed record AttendedFocusArea(Guid Key, string Name);

/// <summary>How many people came. The parts need not be known, and need not make up the whole.</summary>
/// <param name="Total">All.</param>
/// <param name="Children">Of these 0–14 years; null when nobody knows.</param>
/// <param name="Young">Of these young.</param>
/// <param name="Adults">Of these adults.</param>
/// <param name="VeryAdult">Of these «meget voksne».</param>
public sealed record AttendedBy(int Total, int? Children = null, int? Young = null, int? Adults = null, int? VeryAdult = null);

/// <summary>A date that has been counted.</summary>
/// <param name="Date">What it was.</param>
/// <param name="People">How many came.</param>
/// <param name="Method">How they were counted, in the words of whoever keeps counts.</param>
/// <param name="Note">More about it, for colleagues.</param>
/// <param name="CountedBy">The user.</param>
/// <param name="CountedAt">When it was written down; also which version of the count it is.</param>
public sealed record AttendanceCount(AttendedDate Date, AttendedBy People, string Method, string? Note, Guid CountedBy, DateTimeOffset CountedAt);

/// <summary>What those who came thought of one date.</summary>
/// <param name="OccurrenceId">The date.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="Score">1 to 5.</param>
/// <param name="Answers">So many said so.</param>
public sealed record FeedbackTally(Guid OccurrenceId, DateTimeOffset StartsAt, int Score, int Answers);
