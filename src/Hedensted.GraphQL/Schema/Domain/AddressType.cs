using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A street address.</summary>
internal static class AddressType
{
    public static ObjectType Create() => new ObjectType<Address>("Address")
        .Field("street", Scalars.String, address => address.Street)
        .Field("postalCode", Scalars.String, address => address.PostalCode)
        .Field("town", Scalars.String, address => address.Town)
        .Field("latitude", Scalars.Float, address => (double?)address.Latitude)
        .Field("longitude", Scalars.Float, address => (double?)address.Longitude)
        .Field("text", Scalars.String.NonNull(), address => address.Text, "«Østerbrogade 26, 8722 Hedensted»");
}
