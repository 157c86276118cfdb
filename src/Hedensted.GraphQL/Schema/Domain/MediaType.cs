using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>An item of the media library.</summary>
internal static class MediaType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedMedia>("Media", "An item of the media library, e.g. a file to fetch.")
        .Implements(interfaces.Node)
        .Field("id", Scalars.Id.NonNull(), media => media.Key)
        .Field("name", Scalars.String.NonNull(), media => media.Name)
        .Field("url", Scalars.String, media => media.Url)
        .Field("mediaType", Scalars.String.NonNull(), media => media.ContentType.Alias)
        .Field("extension", Scalars.String, media => media.Content.ValueOf("umbracoExtension").AsText())
        .Field("bytes", Scalars.Int, media => media.Content.ValueOf("umbracoBytes").AsNumber())
        .Field("image", Refs.To("Image"), (media, context) => Image.Of(media, context.State<ReadScope>()), "Itself as a picture.");
}
