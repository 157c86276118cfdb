using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How one takes part.</summary>
internal static class AttendanceModeType
{
    public static EnumType Create() => Enums.Of<AttendanceMode>(description: "How one takes part.", describe: Vocabulary.AttendanceModes.Of);
}
