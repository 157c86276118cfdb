using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>samarbejdspartner.</summary>
internal static class PartnerType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Partner", "samarbejdspartner")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("partnerType", Scalars.String, document => document.Text("partnerType"), "Forening, Skole, …")
        .Field("reach", Scalars.String, document => document.Text("level"), "Lokal, Regional, National.")
        .Field("url", Scalars.String, (document, context) => Link.ListOf(document.ValueOf("website")) is [var link, ..] ? link.Url(context.State<ReadScope>()) : null)
        .Field("logo", Refs.To("Image"), (document, context) => Image.Of(document.ValueOf("logo"), "logo", name => document.ValueOf(name), context.State<ReadScope>()))
        .Field("description", Refs.To("RichText"), (document, context) => RichText.Of(document, "description", context.State<ReadScope>()));
}
