using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>tilmelding: how one signs up.</summary>
internal static class BookingType
{
    public static ObjectType Create() => new ObjectType<PublishedDocument>("Booking", "tilmelding")
        .Field("mode", Refs.Required("BookingMode"), document => Vocabulary.BookingModes.Find(document.Text("booking")) ?? BookingMode.None)
        .Field("url", Scalars.String, document => Urls.Safe(document.Text("ticketUrl")))
        .Field("phone", Scalars.String, document => document.Text("bookingPhone"))
        .Field("capacity", Scalars.Int, document => document.Number("capacity"))
        .Field("opens", Scalars.DateTime, document => document.Moment("bookingOpens"))
        .Field("closes", Scalars.DateTime, document => document.Moment("bookingCloses"));
}
