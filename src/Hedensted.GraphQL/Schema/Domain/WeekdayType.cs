using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A day of the week.</summary>
internal static class WeekdayType
{
    public static EnumType Create() => Enums.Of<Weekday>(description: "A day of the week.", describe: day => Danish[(int)day]);

    private static readonly string[] Danish = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"];
}
