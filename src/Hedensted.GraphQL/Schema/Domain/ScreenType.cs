using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>skærm: an info screen.</summary>
internal static class ScreenType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Screen", "skærm")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("branch", Refs.To("Branch"), (document, context) => context.State<ReadScope>().Find(document.Key("branch"), EventTypes.Branch))
        .Field("location", Scalars.String, document => document.Text("placement"), "Where it hangs.")
        .Field("orientation", Refs.Required("ScreenOrientation"), document => document.Text("orientation") switch
        {
            "Liggende" => ScreenOrientation.Landscape,
            "Stående" => ScreenOrientation.Portrait,
            _ => ScreenOrientation.Auto,
        })
        .Field("layout", Scalars.String, document => document.Text("layout"), "Fuld skærm, To tredjedele og en tredjedel, Stribe i bunden.")
        .Field("darkMode", Scalars.Boolean.NonNull(), document => document.Flag("darkMode"))
        .Field("onFrom", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("onFrom")))
        .Field("onUntil", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("onUntil")))
        .Field("fallbackImage", Refs.To("Image"), (document, context) => Image.Of(document.ValueOf("fallbackImage"), "fallbackImage", name => document.ValueOf(name), context.State<ReadScope>()), "Shown when there is nothing else.")
        .Field("playlists", Refs.ListOf("Playlist"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("playlists"), "playlist"), "The main part of the screen.")
        .Field("sidePlaylists", Refs.ListOf("Playlist"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("sidePlaylists"), "playlist"))
        .Field("stripPlaylists", Refs.ListOf("Playlist"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("stripPlaylists"), "playlist"))
        .Field("campaigns", Refs.ListOf("Campaign"), (document, context) => Campaigns.For(document, context.State<ReadScope>()), "Campaigns for this screen that have not ended, the most urgent first.");
}
