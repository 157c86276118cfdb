using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How one signs up.</summary>
internal static class BookingModeType
{
    public static EnumType Create() => Enums.Of<BookingMode>(description: "How one signs up.", describe: Vocabulary.BookingModes.Of);
}
