using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>One picture of a playlist.</summary>
internal static class SlideType
{
    public static ObjectType Create() => new ObjectType<Slide>("Slide", "One picture of a playlist; which fields are set depends on its kind.")
        .Field("id", Scalars.Id.NonNull(), slide => slide.Block.Key)
        .Field("kind", Scalars.String.NonNull(), slide => slide.Kind, "Alias of the block, e.g. `messageSlide`.")
        .Field("seconds", Scalars.Int.NonNull(), slide => slide.Block.ValueOf("duration").AsNumber() ?? slide.Seconds)
        .Field("title", Scalars.String, slide => slide.Block.Text("heading"))
        .Field("text", Scalars.String, (slide, context) => slide.Block.Text("text") ?? slide.Block.Text("caption") ?? slide.DialogueText(context.State<ReadScope>()), "Of a dialogue meeting its text for screens, which names nobody.")
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
        .Field("showFrom", Scalars.DateTime, slide => slide.Times.From)
        .Field("showUntil", Scalars.DateTime, slide => slide.Times.Until)
        .Field("dailyFrom", Scalars.LocalTime, slide => slide.Times.DailyFrom)
        .Field("dailyUntil", Scalars.LocalTime, slide => slide.Times.DailyUntil)
        .Field("weekdays", Refs.Texts, slide => slide.Times.Weekdays, "Empty: every day.");
}
