using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A day with other hours.</summary>
internal static class OpeningHoursExceptionType
{
    public static ObjectType Create() => new ObjectType<Block>("OpeningHoursException", "A day with other hours.")
        .Field("date", Scalars.LocalDate, block => block.ValueOf("date").AsDate())
        .Field("closed", Scalars.Boolean.NonNull(), block => block.ValueOf("closed").AsFlag() ?? true)
        .Field("opens", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("opens")))
        .Field("closes", Scalars.LocalTime, block => WallTime.ReadTime(block.ValueOf("closes")))
        .Field("text", Scalars.String, block => block.Text("text"));
}
