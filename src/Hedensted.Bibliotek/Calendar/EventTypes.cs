namespace Hedensted.Bibliotek.Calendar;

/// <summary>Aliases of document types that the calendar reads.</summary>
public static class EventTypes
{
    /// <summary>arrangement: one date.</summary>
    public const string Event = "event";

    /// <summary>serie: many dates.</summary>
    public const string Series = "eventSeries";

    /// <summary>«Ret denne dato»: a child of a series that changes one date.</summary>
    public const string Override = "occurrenceOverride";

    /// <summary>dialogmøde: one date.</summary>
    public const string DialogueMeeting = "dialogueMeeting";

    /// <summary>hus.</summary>
    public const string Branch = "branch";

    /// <summary>sted uden for huset.</summary>
    public const string OutreachPlace = "outreachPlace";

    /// <summary>fokusområde.</summary>
    public const string FocusArea = "focusArea";

    /// <summary>Whether documents of this type make occurrences.</summary>
    public static bool MakesOccurrences(string alias) => SourceOf(alias) is not null;

    /// <summary>The kind of source that documents of this type are; null when they make no occurrences.</summary>
    public static OccurrenceSource? SourceOf(string alias) => alias switch
    {
        Event => OccurrenceSource.Event,
        Series => OccurrenceSource.Series,
        DialogueMeeting => OccurrenceSource.DialogueMeeting,
        _ => null,
    };
}
