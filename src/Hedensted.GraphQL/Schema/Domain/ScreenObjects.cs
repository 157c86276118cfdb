using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How a screen hangs.</summary>
internal enum ScreenOrientation
{
    /// <summary>Automatisk.</summary>
    Auto,

    /// <summary>Liggende.</summary>
    Landscape,

    /// <summary>Stående.</summary>
    Portrait,
}

/// <summary>How urgent a message is.</summary>
internal enum Urgency
{
    /// <summary>Info.</summary>
    Info,

    /// <summary>Vigtig.</summary>
    Important,

    /// <summary>Akut.</summary>
    Urgent,
}

/// <summary>Info screens with what they show.</summary>
internal static class ScreenObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces, TypeNames names)
    {
        yield return new ObjectType<PublishedDocument>("Screen", "skærm")
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
            .Field("campaigns", Refs.ListOf("Campaign"), (document, context) => Campaigns(document, context.State<ReadScope>()), "Campaigns for this screen that have not ended, the most urgent first.");
        yield return new ObjectType<PublishedDocument>("Playlist", "spilleliste")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("seconds", Scalars.Int.NonNull(), document => Seconds(document), "How long a slide stays unless it says otherwise.")
            .Field("showEvents", Scalars.Boolean.NonNull(), document => document.Flag("showEvents", otherwise: true), "Whether coming events follow the slides.")
            .Field("ownBranchOnly", Scalars.Boolean.NonNull(), document => document.Flag("ownBranchOnly", otherwise: true), "Whether only events of the screen's branch are shown.")
            .Field("hideSoldOut", Scalars.Boolean.NonNull(), document => document.Flag("hideSoldOut"))
            .Field("daysAhead", Scalars.Int, document => document.Number("daysAhead"))
            .Field("maxItems", Scalars.Int, document => document.Number("maxItems"))
            .Field("audiences", Refs.ListOf("Audience"), document => document.Audiences())
            .Field("focusAreas", Refs.ListOf("FocusArea"), (document, context) => document.FocusAreas(context.State<ReadScope>()))
            .Field("weight", Scalars.Int.NonNull(), document => document.Number("weight") ?? 1)
            .Field("showFrom", Scalars.DateTime, document => Moment(document.ValueOf("publishFrom")))
            .Field("showUntil", Scalars.DateTime, document => Moment(document.ValueOf("publishUntil")))
            .Field("dailyFrom", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("dailyFrom")))
            .Field("dailyUntil", Scalars.LocalTime, document => WallTime.ReadTime(document.ValueOf("dailyUntil")))
            .Field("weekdays", Refs.Texts, document => document.Texts("weekdays"), "Empty: every day.")
            .Field("slides", Refs.ListOf("Slide"), document => document.Blocks("slides")
                .Where(names.Knows).Select(block => new Slide(block, names.AliasOf(block), Seconds(document))));
        yield return SlideType();
        yield return new ObjectType<PublishedDocument>("Campaign", "kampagne: a message that goes before everything else.")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("message", Scalars.String, document => document.Text("message"))
            .Field("urgency", Refs.Required("Urgency"), UrgencyOf)
            .Field("replacesAll", Scalars.Boolean.NonNull(), document => document.Flag("replacesAll"))
            .Field("url", Scalars.String, (document, context) => Link.ListOf(document.ValueOf("link")) is [var link, ..] ? link.Url(context.State<ReadScope>()) : null)
            .Field("from", Scalars.DateTime, document => Moment(document.ValueOf("startsAt")))
            .Field("until", Scalars.DateTime, document => Moment(document.ValueOf("endsAt")));
    }

    private static ObjectType<Slide> SlideType() => new ObjectType<Slide>("Slide", "One picture of a playlist; which fields are set depends on its kind.")
        .Field("id", Scalars.Id.NonNull(), slide => slide.Block.Key)
        .Field("kind", Scalars.String.NonNull(), slide => slide.Kind, "Alias of the block, e.g. `messageSlide`.")
        .Field("seconds", Scalars.Int.NonNull(), slide => slide.Block.ValueOf("duration").AsNumber() ?? slide.Seconds)
        .Field("title", Scalars.String, slide => slide.Block.Text("heading"))
        .Field("text", Scalars.String, slide => slide.Block.Text("text") ?? slide.Block.Text("caption"))
        .Field("figure", Scalars.String, slide => slide.Block.Text("figure"))
        .Field("range", Scalars.String, slide => slide.Block.Text("range"), "I dag, Denne uge, De næste 14 dage, Den næste måned.")
        .Field("maxItems", Scalars.Int, slide => slide.Block.ValueOf("maxItems").AsNumber())
        .Field("image", Refs.To("Image"), (slide, context) => Image.Of(slide.Block.ValueOf("image"), "image", slide.Block.ValueOf, context.State<ReadScope>()))
        .Field("video", Refs.To("Media"), (slide, context) => slide.Media("video", context.State<ReadScope>()))
        .Field("subtitles", Refs.To("Media"), (slide, context) => slide.Media("subtitles", context.State<ReadScope>()))
        .Field("sound", Scalars.Boolean.NonNull(), slide => slide.Block.ValueOf("sound").AsFlag() ?? false)
        .Field("url", Scalars.String, (slide, context) => slide.Url(context.State<ReadScope>()), "Where one can read or answer more.")
        .Field("event", Refs.To("EventLike"), (slide, context) => slide.Picked("event", context.State<ReadScope>(), EventReading.Types) ?? slide.Picked("dialogue", context.State<ReadScope>(), EventReading.Types))
        .Field("focusArea", Refs.To("FocusArea"), (slide, context) => slide.Picked("focusArea", context.State<ReadScope>(), EventTypes.FocusArea))
        .Field("room", Refs.To("Room"), (slide, context) => slide.Picked("room", context.State<ReadScope>(), "room"))
        .Field("showFrom", Scalars.DateTime, slide => Moment(slide.Block.ValueOf("showFrom")))
        .Field("showUntil", Scalars.DateTime, slide => Moment(slide.Block.ValueOf("showUntil")))
        .Field("dailyFrom", Scalars.LocalTime, slide => WallTime.ReadTime(slide.Block.ValueOf("dailyFrom")))
        .Field("dailyUntil", Scalars.LocalTime, slide => WallTime.ReadTime(slide.Block.ValueOf("dailyUntil")))
        .Field("weekdays", Refs.Texts, slide => slide.Block.ValueOf("weekdays").AsTexts(), "Empty: every day.");

    private static int Seconds(PublishedDocument playlist) => playlist.Number("duration") is { } seconds and > 0 ? seconds : 12;

    private static DateTimeOffset? Moment(System.Text.Json.JsonElement? value) =>
        WallTime.Read(value) is { } local ? WallTime.ToInstant(local) : null;

    private static Urgency UrgencyOf(PublishedDocument campaign) => campaign.Text("level") switch
    {
        "Akut" => Urgency.Urgent,
        "Vigtig" => Urgency.Important,
        _ => Urgency.Info,
    };

    private static IEnumerable<PublishedDocument> Campaigns(PublishedDocument screen, ReadScope scope)
    {
        var mine = screen.Keys("groups").Add(screen.Key);
        var coming = new List<PublishedDocument>();
        foreach (var campaign in scope.OfType("campaign"))
        {
            var screens = campaign.Keys("screens");
            if (!screens.IsEmpty && !screens.Any(mine.Contains))
            {
                continue;
            }

            var ends = Moment(campaign.ValueOf("endsAt"));
            scope.LimitTo(Moment(campaign.ValueOf("startsAt")));
            scope.LimitTo(ends);
            if (ends is null || ends > scope.Now())
            {
                coming.Add(campaign);
            }
        }

        return coming.OrderByDescending(UrgencyOf).ThenBy(campaign => Moment(campaign.ValueOf("startsAt"))).ThenBy(campaign => campaign.Key);
    }

    /// <summary>A slide of a playlist.</summary>
    private sealed record Slide(Block Block, string Kind, int Seconds)
    {
        public PublishedDocument? Picked(string alias, ReadScope scope, params ReadOnlySpan<string> types) =>
            Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.Find(key, types) : null;

        public PublishedMedia? Media(string alias, ReadScope scope) =>
            Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.Edition.FindMedia(key) : null;

        public string? Url(ReadScope scope)
        {
            foreach (var alias in (ReadOnlySpan<string>)["event", "dialogue", "focusArea", "form", "room"])
            {
                if (Block.ValueOf(alias).AsKeys() is [var key, ..] && scope.Find(key) is { } document)
                {
                    return scope.PathOf(document);
                }
            }

            return null;
        }
    }
}
