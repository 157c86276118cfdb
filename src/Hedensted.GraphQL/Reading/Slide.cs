using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A slide of a playlist: a block, whose fields depend on its kind.</summary>
/// <param name="Block">The block.</param>
/// <param name="Kind">The alias of its type.</param>
/// <param name="Seconds">How long it stays unless it says otherwise.</param>
internal sealed record Slide(Block Block, string Kind, int Seconds)
{
    /// <summary>When it is to be shown.</summary>
    public ShowTimes Times => new(
        Moments.Read(Block.ValueOf("showFrom")),
        Moments.Read(Block.ValueOf("showUntil")),
        Block.ValueOf("weekdays").AsTexts(),
        WallTime.ReadTime(Block.ValueOf("dailyFrom")),
        WallTime.ReadTime(Block.ValueOf("dailyUntil")));

    /// <summary>How long a slide of a playlist stays unless it says otherwise.</summary>
    public static int SecondsOf(PublishedDocument playlist) => playlist.Number("duration") is { } seconds and > 0 ? seconds : 12;

    /// <summary>The slides of a playlist that the schema has types for.</summary>
    /// <param name="playlist">The playlist.</param>
    /// <param name="aliasOf">The kind of a block; empty when the schema has no type for it.</param>
    public static IEnumerable<Slide> Of(PublishedDocument playlist, Func<Block, string> aliasOf) =>
        from block in playlist.Blocks("slides")
        let kind = aliasOf(block)
        where kind.Length > 0
        select new Slide(block, kind, SecondsOf(playlist));

    public PublishedDocument? Picked(string alias, ReadScope scope, params ReadOnlySpan<string> types) =>
        Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.Find(key, types) : null;

    /// <summary>What screens say of the dialogue meeting that it shows: never its teaser, which may name persons.</summary>
    public string? DialogueText(ReadScope scope) =>
        (Picked("dialogue", scope, EventTypes.DialogueMeeting) ?? Picked("event", scope, EventTypes.DialogueMeeting)) is { } meeting ? meeting.Text("screenText") ?? meeting.Text("topic") : null;

    public PublishedMedia? Media(string alias, ReadScope scope) =>
        Block.ValueOf(alias).AsKeys() is [var key, ..] ? scope.FindMedia(key) : null;

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
