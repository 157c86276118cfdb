namespace Hedensted.GraphQL.Feeds.Reading;

/// <summary>What others may do with what feeds carry.</summary>
internal static class FeedLicence
{
    /// <summary>The licence of texts.</summary>
    public const string Url = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>In Danish, for people.</summary>
    public const string Text = "Teksterne må bruges frit, når Hedensted Bibliotekerne nævnes (CC BY 4.0). Billederne er ikke omfattet.";
}
