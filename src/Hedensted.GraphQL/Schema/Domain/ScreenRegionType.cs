using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A part of a screen with what plays in it.</summary>
internal static class ScreenRegionType
{
    public static ObjectType Create(TypeNames names) => new ObjectType<ScreenRegion>("ScreenRegion", "A part of a screen with what plays in it now.")
        .Field("name", Refs.Required("ScreenRegionName"), region => region.Name)
        .Field("playlists", Refs.ListOf("Playlist"), region => region.Playlists)
        .Field(
            "slides",
            Refs.ListOf("Slide"),
            (region, context) => region.Slides(names.AliasOf, context.State<ReadScope>()),
            "The slides that are to be shown now, playlist by playlist.");
}
