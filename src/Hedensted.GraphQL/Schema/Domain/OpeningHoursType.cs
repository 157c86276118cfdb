using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>When a branch is open in an ordinary week.</summary>
internal static class OpeningHoursType
{
    public static ObjectType Create() => new ObjectType<Block>("OpeningHours")
        .Field("category", Scalars.String.NonNull(), block => block.Text("category") ?? "", "Betjent, Selvbetjent, Borgerservice, Telefon.")
        .Field("weekdays", Refs.Texts, block => block.ValueOf("weekdays").AsTexts(), "«Mandag», …")
        .Field("opens", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("opens")))
        .Field("closes", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("closes")))
        .Field("validFrom", Scalars.LocalDate, block => block.ValueOf("validFrom").AsDate())
        .Field("validTo", Scalars.LocalDate, block => block.ValueOf("validTo").AsDate());
}
