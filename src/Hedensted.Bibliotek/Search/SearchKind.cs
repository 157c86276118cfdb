using Hedensted.Bibliotek.Calendar;

namespace Hedensted.Bibliotek.Search;

/// <summary>What kind of thing was found.</summary>
public enum SearchKind
{
    /// <summary>arrangement or serie.</summary>
    Event,

    /// <summary>dialogmøde.</summary>
    DialogueMeeting,

    /// <summary>The strategy: its pages, focus areas and actions.</summary>
    Strategy,

    /// <summary>hus, lokale or sted uden for huset.</summary>
    Place,

    /// <summary>Every other page.</summary>
    Page,
}

/// <summary>Tells which kind a document is of.</summary>
public static class SearchKinds
{
    /// <summary>The kind of documents of this type.</summary>
    public static SearchKind Of(string alias) => alias switch
    {
        EventTypes.Event or EventTypes.Series => SearchKind.Event,
        EventTypes.DialogueMeeting => SearchKind.DialogueMeeting,
        "strategySection" or "strategyPage" or EventTypes.FocusArea or "action" or "actionCatalogue" => SearchKind.Strategy,
        EventTypes.Branch or EventTypes.OutreachPlace or "room" => SearchKind.Place,
        _ => SearchKind.Page,
    };
}
