using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>hus: a library.</summary>
internal static class BranchType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Branch", "hus: a library.")
        .Implements(interfaces.Place, interfaces.Content, interfaces.Node)
        .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()))
        .Field("placeType", Scalars.String, document => document.Text("placeType"), "Bibliotek, Kombibibliotek, Afhentningssted, Selvhenter.")
        .Field("status", Refs.Required("BranchStatus"), document => StatusOf(document.Text("status")))
        .Field("statusText", Scalars.String, document => document.Text("statusText"), "What citizens should know about it.")
        .Field("phone", Scalars.String, document => document.Text("phone"))
        .Field("email", Scalars.String, document => document.Text("email"))
        .Field("accessibilityNote", Scalars.String, document => document.Text("accessibilityNote"))
        .Field("openNow", Scalars.Boolean, (document, context) => OpeningHoursQuery.IsOpenNow(document, context.State<ReadScope>()), "Whether one can come in at this moment; null when nobody has written today's hours.")
        .Field("hours", Refs.ListOf("OpeningHoursDay"), OpeningHoursQuery.Of, "When it is open, day by day, with closed days and special days reckoned in.", arguments: OpeningHoursQuery.ArgumentsOfBranch())
        .Field("openingHours", Refs.ListOf("OpeningHours"), document => document.Blocks("openingHours"), "The ordinary week, as editors write it.")
        .Field("openingHoursExceptions", Refs.ListOf("OpeningHoursException"), document => document.Blocks("exceptions"))
        .Field("rooms", Refs.ListOf("Room"), (document, context) =>
            context.State<ReadScope>().Children(document.Key).Where(child => child.ContentType.Alias == "room"))
        .Field("body", Refs.ListOf("Block"), (document, context) => context.State<ReadScope>().Blocks(document, "body"))
        .Field("links", Refs.ListOf("Link"), (document, context) => Link.Alive(Link.ListOf(document.ValueOf("links")), context.State<ReadScope>()))
        .Field(
            "occurrences",
            Refs.To("OccurrencesConnection"),
            (document, context) => OccurrenceQuery.Of(context.State<ReadScope>().Calendar.At(document.Key), context),
            arguments: OccurrenceQuery.Arguments())
        .Cost("hours", OpeningHoursQuery.CostOfBranch)
        .Cost("occurrences", Connections.Cost);

    private static BranchStatus StatusOf(string? word) => word switch
    {
        "Åben" => BranchStatus.Open,
        "Flytter" => BranchStatus.Moving,
        "Midlertidigt lukket" => BranchStatus.TemporarilyClosed,
        "Lukket" => BranchStatus.Closed,
        _ => BranchStatus.Unknown,
    };
}
