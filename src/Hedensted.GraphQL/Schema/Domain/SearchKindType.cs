using Hedensted.Bibliotek.Search;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What kind of thing was found.</summary>
internal static class SearchKindType
{
    public static EnumType Create() => Enums.Of<SearchKind>(description: "What kind of thing was found.", describe: kind => kind switch
    {
        SearchKind.Event => "arrangement eller serie",
        SearchKind.DialogueMeeting => "dialogmøde",
        SearchKind.Strategy => "strategi, fokusområde eller handling",
        SearchKind.Place => "hus, lokale eller sted uden for huset",
        _ => "en anden side",
    });
}
