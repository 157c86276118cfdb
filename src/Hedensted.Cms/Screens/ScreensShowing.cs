using Hedensted.Cms.Site;
using Hedensted.Content.Published;
using Hedensted.GraphQL;

namespace Hedensted.Cms.Screens;

/// <summary>A screen and where it is seen.</summary>
internal sealed record ShowingScreen(string Title, string Address);

/// <summary>Tells which screens there are, and on which of them an event is, by the programmes that they show.</summary>
internal sealed class ScreensShowing(PublicGraphQL api, EditionSource editions, TimeProvider time)
{
    /// <summary>The slugs of all screens that are published.</summary>
    public IEnumerable<string> Slugs() => new SiteReader(api, editions).Read<Answer>(ScreenQueries.Screens).Screens.Select(screen => screen.Slug);

    /// <summary>The screens that have an event in their list now, in the editors' order.</summary>
    /// <param name="path">The address of its page.</param>
    public IReadOnlyList<ShowingScreen> Of(string path)
    {
        var reader = new SiteReader(api, editions);
        var programmes = new ScreenProgrammes(reader, time);
        return
        [
            .. reader.Read<Answer>(ScreenQueries.Screens).Screens
                .Where(screen => programmes.Make(screen.Slug) is { } programme && programme.Events.Take(programme.MaxItems).Any(shown => shown.Path == path))
                .Select(screen => new ShowingScreen(screen.Title, $"/skaerm/{screen.Slug}")),
        ];
    }

    private sealed record Answer(IReadOnlyList<Named> Screens);

    private sealed record Named(string Slug, string Title);
}
