using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Feeds.SchemaOrg;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>What events, series and dialogue meetings have in common.</summary>
internal static class EventLikeInterface
{
    public static InterfaceType<PublishedDocument> Create(InterfaceType content, InterfaceType node, TypeNames names) =>
        new InterfaceType<PublishedDocument>("EventLike", "What events, series and dialogue meetings have in common: the pages behind the dates.")
            .Implements(content, node)
            .ResolveType(names.Of)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("teaser", Scalars.String, document => document.Text("teaser"), "One or two sentences for lists and screens.")
            .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()))
            .Field("kind", Refs.Required("EventKind"), document => document.Kind())
            .Field("description", Refs.To("RichText"), (document, context) => RichText.Of(document, "description", context.State<ReadScope>()))
            .Field("audiences", Refs.ListOf("Audience"), document => document.Audiences())
            .Field("ageFrom", Scalars.Int, document => document.Number("ageFrom"))
            .Field("ageTo", Scalars.Int, document => document.Number("ageTo"))
            .Field("categories", Refs.Texts, document => document.Texts("categories"))
            .Field("forms", Refs.ListOf("EventForm"), document => document.Texts("form").Select(Vocabulary.Forms.Find).OfType<EventForm>())
            .Field("attendanceMode", Refs.Required("AttendanceMode"), document => document.AttendanceMode())
            .Field("place", Refs.To("Place"), (document, context) => document.Place(context.State<ReadScope>()))
            .Field("branch", Refs.To("Branch"), (document, context) => context.State<ReadScope>().Find(document.Key("place"), EventTypes.Branch), "The place, when it is a branch (hus).")
            .Field("room", Scalars.String, (document, context) => context.State<ReadScope>().Find(document.Key("room"), "room")?.Title(), "The room's name.")
            .Field("meetingPoint", Scalars.String, document => document.Text("meetingPoint"), "How to find the way, e.g. «Indgang fra parkeringspladsen».")
            .Field("onlineUrl", Scalars.String, document => Urls.Safe(document.Text("onlineUrl")))
            .Field("accessibility", Refs.Texts, (document, context) => document.Accessibility(context.State<ReadScope>()), "Its own facts, or else those of the place.")
            .Field("accessibilityNote", Scalars.String, document => document.Text("accessibilityNote"))
            .Field("language", Scalars.String, document => document.Text("language"))
            .Field("organiser", Refs.To("Partner"), (document, context) => context.State<ReadScope>().Find(document.Key("organiser"), "partner"))
            .Field("partners", Refs.ListOf("Partner"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("partners"), "partner"))
            .Field("focusAreas", Refs.ListOf("FocusArea"), (document, context) => document.FocusAreas(context.State<ReadScope>()))
            .Field("concepts", Refs.Texts, document => document.Texts("concepts"), "The strategy's own concepts, e.g. «Demokrati».")
            .Field("prices", Refs.ListOf("Price"), document => document.Prices(), "Empty: it is free.")
            .Field("price", Scalars.String.NonNull(), document => Price.Summary(document.Prices()), "«Gratis», «50 kr.», «25–75 kr.».")
            .Field("isFree", Scalars.Boolean.NonNull(), document => document.Prices().All(price => price.Amount == 0))
            .Field("booking", Refs.Required("Booking"), document => document)
            .Field("links", Refs.ListOf("Link"), (document, context) => Link.Alive(Link.ListOf(document.ValueOf("links")), context.State<ReadScope>()))
            .Field("listed", Scalars.Boolean.NonNull(), document => document.Flag("listed", otherwise: true), "Whether it belongs in public lists.")
            .Field(
                "occurrences",
                Refs.To("OccurrencesConnection"),
                (document, context) => OccurrenceQuery.Of(document, context),
                "Its dates, also those that are not listed.",
                arguments: OccurrenceQuery.Arguments())
            .Cost("occurrences", Connections.Cost)
            .Field("nextOccurrence", Refs.To("Occurrence"), (document, context) => document.Next(context.State<ReadScope>()), "The first date that is not over.")
            .Field(
                "jsonLd",
                Scalars.String,
                (document, context) => StructuredDataFeeds.OfPage(document, context.State<ReadScope>(), Origin.Parse(context.Arguments.GetOrDefault<string>("origin"))),
                "Its dates in schema.org's words (JSON-LD), to stand in a script element as they are.",
                arguments: [new InputValue("origin", Scalars.String, "Where the site is, e.g. `https://hedensted.example`; left out, addresses begin with a slash.")])
            .Field("sourceUrl", Scalars.String, document => Urls.Safe(document.Text("sourceUrl")), "Where it was imported from.");
}
