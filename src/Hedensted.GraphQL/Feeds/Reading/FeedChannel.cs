using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Feeds.Asking;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Feeds.Reading;

/// <summary>What a feed says about itself.</summary>
/// <param name="Title">E.g. «Det sker – Hedensted Bibliotek».</param>
/// <param name="Description">A sentence.</param>
/// <param name="Page">The page that shows the same.</param>
/// <param name="Self">The feed's own address.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Home">The publisher's site.</param>
/// <param name="Email">Where the publisher is written to.</param>
internal sealed record FeedChannel(string Title, string Description, string Page, string Self, string Publisher, string Home, string? Email)
{
    /// <summary>What the publisher is called while the front page has no title.</summary>
    public const string House = "Hedensted Bibliotekerne";

    /// <summary>The channel of what was chosen: called like the one branch, series or focus area that it is about.</summary>
    public static FeedChannel Of(OccurrenceChoice choice, ReadScope scope, Origin origin, string self)
    {
        var parts = choice.Series.Concat(choice.Places).Concat(choice.FocusAreas).Select(key => scope.Find(key)).OfType<PublishedDocument>().ToArray();
        return Of(parts.Select(part => part.Title()), parts is [var only] ? scope.PathOf(only) : "/", scope, origin, self);
    }

    /// <summary>The channel of something by its title and page.</summary>
    public static FeedChannel Of(IEnumerable<string> about, string page, ReadScope scope, Origin origin, string self)
    {
        var home = scope.Home();
        var publisher = home?.Title() ?? House;
        var subject = string.Join(", ", about);
        return new FeedChannel(
            subject.Length == 0 ? publisher : $"{subject} – {publisher}",
            home?.Text("teaser") ?? "Det sker på bibliotekerne i Hedensted Kommune.",
            origin.Of(page)!,
            self,
            publisher,
            origin.Of("/")!,
            home?.Text("contactEmail") is { } email && email.Contains('@', StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace) ? email : null);
    }
}
