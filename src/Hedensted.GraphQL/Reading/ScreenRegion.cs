using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A part of a screen.</summary>
/// <param name="Name">Which.</param>
/// <param name="Playlists">What plays in it now.</param>
internal sealed record ScreenRegion(ScreenRegionName Name, IReadOnlyList<PublishedDocument> Playlists)
{
    /// <summary>The slides that are to be shown now, playlist by playlist.</summary>
    /// <param name="aliasOf">The kind of a block; empty when the schema has no type for it.</param>
    /// <param name="scope">The moment.</param>
    public IEnumerable<Slide> Slides(Func<Block, string> aliasOf, ReadScope scope) =>
        Playlists.SelectMany(playlist => Slide.Of(playlist, aliasOf)).Where(slide => slide.Times.Include(scope));
}

/// <summary>The parts that a screen can have.</summary>
internal enum ScreenRegionName
{
    /// <summary>The large part, or all of it.</summary>
    Main,

    /// <summary>The column beside it.</summary>
    Side,

    /// <summary>The strip below.</summary>
    Strip,
}
