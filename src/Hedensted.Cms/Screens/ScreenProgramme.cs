using System.Text.Json.Serialization;
using Hedensted.Cms.Site;

namespace Hedensted.Cms.Screens;

/// <summary>All that a screen shows until it hears otherwise; also what it keeps when the server is gone.</summary>
/// <param name="Position">The edition it was read from.</param>
/// <param name="Assets">The page's own release: another one makes the screen load itself anew.</param>
/// <param name="ServerTime">The server's clock, for a screen whose own is wrong.</param>
/// <param name="House">The branch.</param>
/// <param name="Heading">Over the list of events.</param>
/// <param name="Dark">Light text on dark.</param>
/// <param name="Seconds">How long a page of the list stays.</param>
/// <param name="MaxItems">Events at most.</param>
/// <param name="Events">What comes, soonest first; longer than what is shown at once, so that it lasts when the server is gone.</param>
/// <param name="Slides">What is shown between the pages of the list.</param>
/// <param name="Campaigns">Messages across the screen.</param>
/// <param name="Fallback">What is shown when there is nothing else.</param>
internal sealed record ScreenProgramme(
    string Position,
    string Assets,
    DateTimeOffset ServerTime,
    string House,
    string Heading,
    bool Dark,
    int Seconds,
    int MaxItems,
    IReadOnlyList<ScreenEvent> Events,
    IReadOnlyList<ScreenSlide> Slides,
    IReadOnlyList<ScreenCampaign> Campaigns,
    ScreenSlide Fallback)
{
    /// <summary>Whether a screen that shows <paramref name="other"/> would look just the same.</summary>
    public bool Shows(ScreenProgramme? other) =>
        other is not null
        && (this with { Position = "", ServerTime = default, Events = other.Events, Slides = other.Slides, Campaigns = other.Campaigns })
            .Equals(other with { Position = "", ServerTime = default })
        && Events.SequenceEqual(other.Events) && Slides.SequenceEqual(other.Slides) && Campaigns.SequenceEqual(other.Campaigns);
}

internal sealed record ScreenEvent(
    string Path, string Title, DateTimeOffset EndsAt, string LocalDate, string ShortDate, string Time, string Status, string StatusText, string? Kind, string? Place, string? Room, string Colour);

internal sealed record ScreenSlide(string? Eyebrow, string? Title, string? Text, string? Image, string? ImageAlt, string? Colour, int Seconds, DateTimeOffset? Until = null);

internal sealed record ScreenCampaign(string Title, string? Message, string Level, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>Puts a screen's programme together out of the public API's answers.</summary>
internal sealed class ScreenProgrammes(SiteReader reader, TimeProvider time)
{
    private const int EventsKept = 60;
    private const int DefaultSeconds = 15;
    private const string Dialogue = "Dialogmøde";

    /// <summary>The programme of the screen with this slug; null when there is no such screen.</summary>
    public ScreenProgramme? Make(string slug)
    {
        var answer = reader.Read<ScreenAnswer>(ScreenQueries.Screen, new { slug });
        if (answer.Screen is not { } screen)
        {
            return null;
        }

        var own = screen.Branch is { } branch ? Events(new { branch = new { slug = new { eq = branch.Slug } } }) : [];
        var elsewhere = own.Count == 0;
        var first = screen.Playlists.Count > 0 ? screen.Playlists[0] : null;
        return new ScreenProgramme(
            reader.Edition.Position.ToString(),
            SiteAssets.Url(""),
            time.GetUtcNow(),
            screen.Branch?.Title ?? screen.Title,
            elsewhere && screen.Branch is not null ? "Det sker på bibliotekerne" : "Det sker her",
            screen.DarkMode,
            first is { Seconds: > 0 } ? first.Seconds : DefaultSeconds,
            first?.MaxItems ?? 12,
            elsewhere ? Events(new { }) : own,
            [.. screen.Playlists.SelectMany(playlist => playlist.Slides).Select(Slide).OfType<ScreenSlide>().DefaultIfEmpty(Promise(answer.FocusAreas)).OfType<ScreenSlide>()],
            [.. screen.Campaigns.Select(campaign => new ScreenCampaign(campaign.Title, campaign.Message, campaign.Level, campaign.From, campaign.Until))],
            new ScreenSlide(answer.Site.Title, "Dit kulturelle forsamlingshus", "Velkommen – spørg os, hvad der sker.", screen.FallbackImage?.Url, screen.FallbackImage?.Alt, null, 30));
    }

    private List<ScreenEvent> Events(object narrowing)
    {
        var where = new { and = new[] { narrowing, new { listed = new { eq = true }, showOnScreens = new { eq = true } }, new { relative = "UPCOMING" } } };
        return
        [
            .. reader.Read<EventsAnswer>(ScreenQueries.Events, new { where, first = EventsKept }).Occurrences.Items.Select(occurrence => new ScreenEvent(
                occurrence.Path,
                occurrence.Title,
                occurrence.EndsAt,
                occurrence.LocalDate.ToString("yyyy-MM-dd", DanishText.Culture),
                occurrence.LocalDate.ToString("ddd d. MMM", DanishText.Culture),
                occurrence.DisplayTime,
                occurrence.Status,
                occurrence.StatusText,
                occurrence.Source == "DIALOGUE_MEETING" ? Joined(": ", Dialogue, occurrence.Event?.Topic) : null,
                occurrence.Place?.Title,
                occurrence.Room,
                DanishText.Colour(occurrence.FocusAreas.Count > 0 ? occurrence.FocusAreas[0].Colour : null))),
        ];
    }

    // A slide without anything to show is left out: a picture that was deleted must not leave a screen blank.
    private static ScreenSlide? Slide(PlaylistSlide slide)
    {
        var seconds = slide.Seconds > 0 ? slide.Seconds : DefaultSeconds;
        if (slide.FocusArea is { } area)
        {
            return new ScreenSlide("Det arbejder vi for", area.Title, area.Promise, null, null, DanishText.Colour(area.Colour), seconds);
        }

        if (slide.Event is { } happening)
        {
            return happening.NextOccurrence is { } next
                ? new ScreenSlide(
                    Joined(" · ", happening.IsDialogue ? Dialogue : null, $"{next.DisplayDate} {next.DisplayTime}"), happening.Title, happening.IsDialogue ? happening.ScreenText ?? happening.Topic : happening.Teaser, null, null, DanishText.Colour(happening.FocusAreas.Count > 0 ? happening.FocusAreas[0].Colour : null), seconds, next.EndsAt)
                : null;
        }

        return slide.Title is null && slide.Text is null && slide.Image is null
            ? null
            : new ScreenSlide(null, slide.Title, slide.Text, slide.Image?.Url, slide.Image?.Alt, null, seconds);
    }

    private static string Joined(string between, params string?[] parts) => string.Join(between, parts.OfType<string>());

    // Without slides of its own a screen shows one focus area a day in turn.
    private ScreenSlide? Promise(IReadOnlyList<FocusTag> areas) =>
        areas.Count == 0
            ? null
            : areas[time.GetUtcNow().DayOfYear % areas.Count] is var area
                ? new ScreenSlide("Det arbejder vi for", area.Title, area.Promise, null, null, DanishText.Colour(area.Colour), DefaultSeconds)
                : null;

    private sealed record ScreenAnswer(ScreenDetail? Screen, IReadOnlyList<FocusTag> FocusAreas, SiteInfo Site);

    private sealed record ScreenDetail(string Title, bool DarkMode, Titled? Branch, Picture? FallbackImage, IReadOnlyList<PlaylistDetail> Playlists, IReadOnlyList<CampaignDetail> Campaigns);

    private sealed record PlaylistDetail(int Seconds, int? DaysAhead, int? MaxItems, IReadOnlyList<PlaylistSlide> Slides);

    private sealed record PlaylistSlide(int Seconds, string? Title, string? Text, Picture? Image, SlideEvent? Event, FocusTag? FocusArea);

    private sealed record SlideEvent(
        [property: JsonPropertyName("__typename")] string TypeName, string Title, string? Teaser, string? Topic, string? ScreenText, SlideDate? NextOccurrence, IReadOnlyList<FocusTag> FocusAreas)
    {
        public bool IsDialogue => TypeName == "DialogueMeeting";
    }

    private sealed record SlideDate(string DisplayDate, string DisplayTime, DateTimeOffset EndsAt);

    private sealed record CampaignDetail(string Title, string? Message, string Level, DateTimeOffset? From, DateTimeOffset? Until);

    private sealed record EventsAnswer(Nodes<Occurring> Occurrences);

    private sealed record Occurring(
        string Path, string Title, DateTimeOffset EndsAt, DateOnly LocalDate, string DisplayTime, string Status, string StatusText, string? Room, string Source, CardEvent? Event, Titled? Place, IReadOnlyList<FocusTag> FocusAreas);
}
