using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What happened to the dates of the calendar.</summary>
internal static class ChangesType
{
    public static ObjectType Create() => new ObjectType<Changes>("ChangesConnection", "What happened to the dates of the calendar, the oldest change first; the latest one of each date.")
        .Field("until", Scalars.DateTime.NonNull(), changes => changes.Until, "Ask with this as `since` the next time. Answers overlap by a minute, so that nothing is lost between two servers.")
        .Field("pageInfo", Refs.Required("PageInfo"), changes => (Connection)changes.Page)
        .Field("nodes", Refs.ListOf("OccurrenceChange"), changes => changes.Page.Nodes)
        .Field("totalCount", Scalars.Int.NonNull(), changes => changes.Page.Count());

    public static ObjectType One() => new ObjectType<OccurrenceChange>("OccurrenceChange", "That a date is new, different or gone.")
        .Field("id", Scalars.Id.NonNull(), change => change.Id, "The date's permanent id.")
        .Field("at", Scalars.DateTime.NonNull(), change => change.At, "When the server that answers met it.")
        .Field("eventId", Scalars.Id.NonNull(), change => change.Document, "The event, series or dialogue meeting that it comes or came from.")
        .Field("source", Refs.Required("OccurrenceSource"), change => change.Source, "What kind of document that is.")
        .Field("deleted", Scalars.Boolean.NonNull(), (change, context) => ChangesQuery.Current(change, context.State<ReadScope>()) is null, "Take it out of your copy: it is gone, or belongs in no public list any more. What is cancelled is not deleted.")
        .Field("occurrence", Refs.To("Occurrence"), (change, context) => ChangesQuery.Current(change, context.State<ReadScope>()), "As it is now; null when it is deleted.");
}
