using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Events and series with what belongs to them.</summary>
internal static class EventObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces)
    {
        yield return new ObjectType<PublishedDocument>("Event", "arrangement: something that happens once.")
            .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node);
        yield return new ObjectType<PublishedDocument>("EventSeries", "serie: something that happens on several dates.")
            .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node);
        yield return new ObjectType<Price>("Price")
            .Field("label", Scalars.String.NonNull(), price => price.Label, "Who pays it, e.g. «Børn».")
            .Field("amount", Scalars.Int.NonNull(), price => price.Amount, "In øre.")
            .Field("text", Scalars.String.NonNull(), price => price.Text, "«50 kr.»")
            .Field("description", Scalars.String, price => price.Description);
        yield return new ObjectType<PublishedDocument>("Booking", "tilmelding")
            .Field("mode", Refs.Required("BookingMode"), document => Vocabulary.BookingModes.Find(document.Text("booking")) ?? BookingMode.None)
            .Field("url", Scalars.String, document => Urls.Safe(document.Text("ticketUrl")))
            .Field("phone", Scalars.String, document => document.Text("bookingPhone"))
            .Field("capacity", Scalars.Int, document => document.Number("capacity"))
            .Field("opens", Scalars.DateTime, document => Moment(document, "bookingOpens"))
            .Field("closes", Scalars.DateTime, document => Moment(document, "bookingCloses"));
    }

    private static DateTimeOffset? Moment(PublishedDocument document, string alias) =>
        WallTime.Read(document.ValueOf(alias)) is { } local ? WallTime.ToInstant(local) : null;
}
