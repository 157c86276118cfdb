using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A picture of the media library, as one page uses it.</summary>
internal static class ImageType
{
    public static ObjectType Create() => new ObjectType<Image>("Image", "A picture of the media library, as one page uses it.")
        .Field("id", Scalars.Id.NonNull(), image => image.Media.Key)
        .Field(
            "url",
            Scalars.String.NonNull(),
            (image, context) => image.Url(
                context.Arguments.GetOrDefault<int?>("width"), context.Arguments.GetOrDefault<int?>("height"), context.Arguments.GetOrDefault<string?>("format"),
                context.Arguments.GetOrDefault<string?>("crop")),
            "The nearest size that is at least as wide as asked for; cut around the focal point when a height is given, too. Without a size, a format or a crop the file as it was uploaded.",
            arguments:
            [
                new InputValue("width", Scalars.Int, "Pixels."),
                new InputValue("height", Scalars.Int, "Pixels."),
                new InputValue("format", Refs.To("ImageFormat"), "Of a resized picture; `WEBP` when nothing is said."),
                new InputValue("crop", Scalars.String, "The alias of one of `crops`: what an editor has drawn, or else its shape cut around the focal point; without a size as wide as it is meant for. A crop has its own shape, so a height only says how wide. An alias that there is not (any more) changes nothing."),
            ])
        .Field("width", Scalars.Int, image => image.Width, "Pixels of the original.")
        .Field("height", Scalars.Int, image => image.Height, "Pixels of the original.")
        .Field("alt", Scalars.String, image => image.Alt, "For those who cannot see it; null for a picture that is only decoration.")
        .Field("credit", Scalars.String, image => image.Credit, "The photographer.")
        .Field("focalPoint", Refs.Required("FocalPoint"), image => image)
        .Field("crops", Refs.ListOf("ImageCrop"), image => image.Crops, "The crops that the site has names for.")
        .Field("variants", Refs.ListOf("ImageVariant"), image => image.Widths.Select(width => new ImageVariant(width, image.Url(width, null))), "The whole picture in several widths, for `srcset`.");
}
