using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What properties hold besides plain values: pictures, files, rich text and links.</summary>
internal static class ValueObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces, TypeNames names)
    {
        yield return new ObjectType<Image>("Image", "A picture of the media library, as one page uses it.")
            .Field("id", Scalars.Id.NonNull(), image => image.Media.Key)
            .Field(
                "url",
                Scalars.String.NonNull(),
                (image, context) => image.Url(context.Arguments.GetOrDefault<int?>("width"), context.Arguments.GetOrDefault<int?>("height")),
                "The nearest size that is at least as wide as asked for; cut around the focal point when a height is given, too.",
                arguments:
                [
                    new InputValue("width", Scalars.Int, "Pixels."),
                    new InputValue("height", Scalars.Int, "Pixels."),
                ])
            .Field("width", Scalars.Int, image => image.Width, "Pixels of the original.")
            .Field("height", Scalars.Int, image => image.Height, "Pixels of the original.")
            .Field("alt", Scalars.String, image => image.Alt, "For those who cannot see it; null for a picture that is only decoration.")
            .Field("credit", Scalars.String, image => image.Credit, "The photographer.")
            .Field("focalPoint", Refs.Required("FocalPoint"), image => image)
            .Field("variants", Refs.ListOf("ImageVariant"), image => image.Widths.Select(width => new Variant(width, image.Url(width, null))), "The whole picture in several widths, for `srcset`.");
        yield return new ObjectType<Image>("FocalPoint", "From 0, 0 (upper left) to 1, 1.")
            .Field("x", Scalars.Float.NonNull(), image => image.X)
            .Field("y", Scalars.Float.NonNull(), image => image.Y);
        yield return new ObjectType<Variant>("ImageVariant")
            .Field("width", Scalars.Int.NonNull(), variant => variant.Width)
            .Field("url", Scalars.String.NonNull(), variant => variant.Url);
        yield return new ObjectType<PublishedMedia>("Media", "An item of the media library, e.g. a file to fetch.")
            .Implements(interfaces.Node)
            .Field("id", Scalars.Id.NonNull(), media => media.Key)
            .Field("name", Scalars.String.NonNull(), media => media.Name)
            .Field("url", Scalars.String, media => media.Url)
            .Field("mediaType", Scalars.String.NonNull(), media => media.ContentType.Alias)
            .Field("extension", Scalars.String, media => media.Content.ValueOf("umbracoExtension").AsText())
            .Field("bytes", Scalars.Int, media => media.Content.ValueOf("umbracoBytes").AsNumber())
            .Field("image", Refs.To("Image"), media => Image.Of(media), "Itself as a picture.");
        yield return new ObjectType<RichText>("RichText", "Text with markup.")
            .Field("html", Scalars.String.NonNull(), text => text.Html, "Sanitised; links lead to where documents are today.")
            .Field("text", Scalars.String.NonNull(), text => text.Text, "Without markup.")
            .Field("blocks", Refs.ListOf("Block"), text => text.Blocks.Where(names.Knows), "Blocks that stand in the text.");
        yield return new ObjectType<Link>("Link")
            .Field("name", Scalars.String, link => link.Name)
            .Field("url", Scalars.String.NonNull(), (link, context) => link.Url(context.State<ReadScope>()) ?? "")
            .Field("target", Scalars.String, link => link.Target)
            .Field("content", Refs.To("Content"), (link, context) => context.State<ReadScope>().Find(link.Key))
            .Field("media", Refs.To("Media"), (link, context) => link.Key is { } key ? context.State<ReadScope>().Edition.FindMedia(key) : null);
    }

    private sealed record Variant(int Width, string Url);
}
