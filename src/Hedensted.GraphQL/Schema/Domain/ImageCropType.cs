using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A named crop of a picture.</summary>
internal static class ImageCropType
{
    public static ObjectType Create() => new ObjectType<ImageCrop>("ImageCrop", "A crop that the site has a name for.")
        .Field("alias", Scalars.String.NonNull(), crop => crop.Alias, "What `Image.url(crop:)` is asked with.")
        .Field("width", Scalars.Int.NonNull(), crop => crop.Width, "Pixels that it is meant for.")
        .Field("height", Scalars.Int.NonNull(), crop => crop.Height, "Pixels that it is meant for.")
        .Field("url", Scalars.String.NonNull(), crop => crop.Url(null, null, null), "The crop at the nearest size that is at least as wide as it is meant for.");
}
