using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>kampagne: a message that goes before everything else.</summary>
internal static class CampaignType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Campaign", "kampagne: a message that goes before everything else.")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("message", Scalars.String, document => document.Text("message"))
        .Field("urgency", Refs.Required("Urgency"), Campaigns.UrgencyOf)
        .Field("replacesAll", Scalars.Boolean.NonNull(), document => document.Flag("replacesAll"))
        .Field("url", Scalars.String, (document, context) => Link.ListOf(document.ValueOf("link")) is [var link, ..] ? link.Url(context.State<ReadScope>()) : null)
        .Field("from", Scalars.DateTime, document => document.Moment("startsAt"))
        .Field("until", Scalars.DateTime, document => document.Moment("endsAt"));
}
