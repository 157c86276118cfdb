using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>spilleliste: what a screen shows in turn.</summary>
internal static class PlaylistType
{
    public static ObjectType Create(Interfaces interfaces, TypeNames names) => new ObjectType<PublishedDocument>("Playlist", "spilleliste")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("seconds", Scalars.Int.NonNull(), Slide.SecondsOf, "How long a slide stays unless it says otherwise.")
        .Field("showEvents", Scalars.Boolean.NonNull(), document => document.Flag("showEvents", otherwise: true), "Whether coming events follow the slides.")
        .Field("ownBranchOnly", Scalars.Boolean.NonNull(), document => document.Flag("ownBranchOnly", otherwise: true), "Whether only events of the screen's branch are shown.")
        .Field("hideSoldOut", Scalars.Boolean.NonNull(), document => document.Flag("hideSoldOut"))
        .Field("daysAhead", Scalars.Int, document => document.Number("daysAhead"))
        .Field("maxItems", Scalars.Int, document => document.Number("maxItems"))
        .Field("audiences", Refs.ListOf("Audience"), document => document.Audiences())
        .Field("focusAreas", Refs.ListOf("FocusArea"), (document, context) => document.FocusAreas(context.State<ReadScope>()))
        .Field("weight", Scalars.Int.NonNull(), document => document.Number("weight") ?? 1)
        .Field("showFrom", Scalars.DateTime, document => document.Moment("publishFrom"))
        .Field("showUntil", Scalars.DateTime, document => document.Moment("publishUntil"))
        .Field("dailyFrom", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("dailyFrom")))
        .Field("dailyUntil", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("dailyUntil")))
        .Field("weekdays", Refs.Texts, document => document.Texts("weekdays"), "Empty: every day.")
        .Field("slides", Refs.ListOf("Slide"), document => Slide.Of(document, names.AliasOf));
}
