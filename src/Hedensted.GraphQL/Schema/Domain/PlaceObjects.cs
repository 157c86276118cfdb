using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Whether one can go there.</summary>
internal enum BranchStatus
{
    /// <summary>Åben.</summary>
    Open,

    /// <summary>Flytter.</summary>
    Moving,

    /// <summary>Midlertidigt lukket.</summary>
    TemporarilyClosed,

    /// <summary>Lukket.</summary>
    Closed,

    /// <summary>Ukendt – kontrollér.</summary>
    Unknown,
}

/// <summary>Branches, places outside the house, rooms and partners.</summary>
internal static class PlaceObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces)
    {
        yield return new ObjectType<PublishedDocument>("Branch", "hus: a library.")
            .Implements(interfaces.Place, interfaces.Content, interfaces.Node)
            .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()))
            .Field("placeType", Scalars.String, document => document.Text("placeType"), "Bibliotek, Kombibibliotek, Afhentningssted, Selvhenter.")
            .Field("status", Refs.Required("BranchStatus"), document => StatusOf(document.Text("status")))
            .Field("statusText", Scalars.String, document => document.Text("statusText"), "What citizens should know about it.")
            .Field("phone", Scalars.String, document => document.Text("phone"))
            .Field("email", Scalars.String, document => document.Text("email"))
            .Field("accessibilityNote", Scalars.String, document => document.Text("accessibilityNote"))
            .Field("openingHours", Refs.ListOf("OpeningHours"), document => document.Blocks("openingHours"))
            .Field("openingHoursExceptions", Refs.ListOf("OpeningHoursException"), document => document.Blocks("exceptions"))
            .Field("rooms", Refs.ListOf("Room"), (document, context) =>
                context.State<ReadScope>().Children(document.Key).Where(child => child.ContentType.Alias == "room"))
            .Field("body", Refs.ListOf("Block"), (document, context) => context.State<ReadScope>().Blocks(document, "body"))
            .Field("links", Refs.ListOf("Link"), (document, context) => Link.Alive(Link.ListOf(document.ValueOf("links")), context.State<ReadScope>()))
            .Field(
                "occurrences",
                Refs.To("OccurrencesConnection"),
                (document, context) => OccurrenceQuery.Of(context.State<ReadScope>().Calendar.At(document.Key), context),
                arguments: OccurrenceQuery.Arguments());
        yield return new ObjectType<PublishedDocument>("OutreachPlace", "sted uden for huset: a school, a wood, an assembly hall.")
            .Implements(interfaces.Place, interfaces.Content, interfaces.Node)
            .Field("outreachType", Scalars.String, document => document.Text("outreachType"), "Skole, Børnehave, Ældreinstitution, …");
        yield return new ObjectType<PublishedDocument>("Room", "lokale")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("teaser", Scalars.String, document => document.Text("teaser"))
            .Field("capacity", Scalars.Int, document => document.Blocks("setups").Max(block => block.ValueOf("capacity").AsNumber()), "Most seats in any set-up.")
            .Field("equipment", Scalars.String, document => document.Text("equipment"))
            .Field("floor", Scalars.String, document => document.Text("floor"))
            .Field("accessibility", Refs.Texts, document => document.Texts("accessibility"))
            .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()));
        yield return new ObjectType<PublishedDocument>("Partner", "samarbejdspartner")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("partnerType", Scalars.String, document => document.Text("partnerType"), "Forening, Skole, …")
            .Field("reach", Scalars.String, document => document.Text("level"), "Lokal, Regional, National.")
            .Field("url", Scalars.String, (document, context) => Link.ListOf(document.ValueOf("website")) is [var link, ..] ? link.Url(context.State<ReadScope>()) : null)
            .Field("logo", Refs.To("Image"), (document, context) => Image.Of(document.ValueOf("logo"), "logo", name => document.ValueOf(name), context.State<ReadScope>()))
            .Field("description", Refs.To("RichText"), (document, context) => RichText.Of(document, "description", context.State<ReadScope>()));
        yield return new ObjectType<Address>("Address")
            .Field("street", Scalars.String, address => address.Street)
            .Field("postalCode", Scalars.String, address => address.PostalCode)
            .Field("town", Scalars.String, address => address.Town)
            .Field("latitude", Scalars.Float, address => (double?)address.Latitude)
            .Field("longitude", Scalars.Float, address => (double?)address.Longitude)
            .Field("text", Scalars.String.NonNull(), address => address.Text, "«Østerbrogade 26, 8722 Hedensted»");
        yield return new ObjectType<Block>("OpeningHours")
            .Field("category", Scalars.String.NonNull(), block => block.Text("category") ?? "", "Betjent, Selvbetjent, Borgerservice, Telefon.")
            .Field("weekdays", Refs.Texts, block => block.ValueOf("weekdays").AsTexts(), "«Mandag», …")
            .Field("opens", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("opens")))
            .Field("closes", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("closes")))
            .Field("validFrom", Scalars.LocalDate, block => block.ValueOf("validFrom").AsDate())
            .Field("validTo", Scalars.LocalDate, block => block.ValueOf("validTo").AsDate());
        yield return new ObjectType<Block>("OpeningHoursException", "A day with other hours.")
            .Field("date", Scalars.LocalDate, block => block.ValueOf("date").AsDate())
            .Field("closed", Scalars.Boolean.NonNull(), block => block.ValueOf("closed").AsFlag() ?? true)
            .Field("opens", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("opens")))
            .Field("closes", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("closes")))
            .Field("text", Scalars.String, block => block.Text("text"));
    }

    private static BranchStatus StatusOf(string? word) => word switch
    {
        "Åben" => BranchStatus.Open,
        "Flytter" => BranchStatus.Moving,
        "Midlertidigt lukket" => BranchStatus.TemporarilyClosed,
        "Lukket" => BranchStatus.Closed,
        _ => BranchStatus.Unknown,
    };
}
