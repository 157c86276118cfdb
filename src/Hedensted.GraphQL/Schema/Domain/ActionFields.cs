using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>handling: its type is made of its properties; here is what it has besides, the dialogue meetings that it came of, and where it belongs.</summary>
internal static class ActionFields
{
    /// <summary>The document type of actions.</summary>
    public const string Alias = "action";

    private const string Meetings = "dialogueMeetings";
    private static readonly object Reverse = new();

    /// <summary>Adds them to the type of actions, if the site has one.</summary>
    public static IEnumerable<NamedType> AddTo(IEnumerable<NamedType> types, TypeNames names)
    {
        var name = names.ByAlias(Alias);
        return types.Select(type => type is ObjectType<PublishedDocument> action && action.Name == name && action.FindField(Meetings) is null
            ? action.Field(Meetings, Refs.ListOf("DialogueMeeting"), (document, context) => MeetingsOf(document, context.State<ReadScope>()), "The dialogue meetings that it came of, by their first date.")
            : type);
    }

    /// <summary>The actions of a focus area, by number.</summary>
    public static IEnumerable<PublishedDocument> Under(PublishedDocument area, ReadScope scope) => scope.OfType(Alias)
        .Where(action => action.Keys("focusAreas").Contains(area.Key))
        .OrderBy(action => action.Number("number") ?? int.MaxValue).ThenBy(action => action.Title(), Danish.Comparer).ThenBy(action => action.Key);

    private static IEnumerable<PublishedDocument> MeetingsOf(PublishedDocument action, ReadScope scope) => scope.Once(Reverse, () => scope
        .OfType(EventTypes.DialogueMeeting)
        .OrderBy(meeting => scope.Calendar.Of(meeting.Key) is [var first, ..] ? first.StartsAt : DateTimeOffset.MaxValue)
        .ThenBy(meeting => meeting.Key)
        .SelectMany(meeting => meeting.Keys("linkedActions").Distinct().Select(key => (Action: key, Meeting: meeting)))
        .ToLookup(link => link.Action, link => link.Meeting))[action.Key];
}
