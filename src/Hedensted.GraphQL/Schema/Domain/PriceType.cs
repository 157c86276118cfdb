using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What someone pays.</summary>
internal static class PriceType
{
    public static ObjectType Create() => new ObjectType<Price>("Price")
        .Field("label", Scalars.String.NonNull(), price => price.Label, "Who pays it, e.g. «Børn».")
        .Field("amount", Scalars.Int.NonNull(), price => price.Amount, "In øre.")
        .Field("text", Scalars.String.NonNull(), price => price.Text, "«50 kr.»")
        .Field("description", Scalars.String, price => price.Description);
}
