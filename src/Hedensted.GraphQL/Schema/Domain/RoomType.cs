using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>lokale.</summary>
internal static class RoomType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Room", "lokale")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("teaser", Scalars.String, document => document.Text("teaser"))
        .Field("capacity", Scalars.Int, document => document.Blocks("setups").Max(block => block.ValueOf("capacity").AsNumber()), "Most seats in any set-up.")
        .Field("equipment", Scalars.String, document => document.Text("equipment"))
        .Field("floor", Scalars.String, document => document.Text("floor"))
        .Field("accessibility", Refs.Texts, document => document.Texts("accessibility"))
        .Field("bookableBy", Scalars.String, document => document.Text("bookableBy"), "Who may use it: «Alle», «Foreninger», «Kun biblioteket».")
        .Field("bookingUrl", Scalars.String, document => Urls.Safe(document.Text("bookingUrl")), "Where to book it or ask for it.")
        .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()));
}
