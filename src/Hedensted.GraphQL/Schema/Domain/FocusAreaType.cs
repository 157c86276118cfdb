using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>fokusområde: one of the four areas of the strategy.</summary>
internal static class FocusAreaType
{
    public static ObjectType Create(Interfaces interfaces, TypeNames names)
    {
        var type = Own(interfaces);
        return names.ByAlias(ActionFields.Alias) is { } action
            ? type.Field("actions", Refs.ListOf(action), (document, context) => ActionFields.Under(document, context.State<ReadScope>()), "What the action catalogue does for it, in number order.")
            : type;
    }

    private static ObjectType<PublishedDocument> Own(Interfaces interfaces) => new ObjectType<PublishedDocument>("FocusArea", "fokusområde: one of the four areas of the strategy.")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("number", Scalars.Int.NonNull(), document => document.Number("number") ?? 0)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("shortName", Scalars.String.NonNull(), document => document.Text("shortName") ?? document.Title(), "At most 24 characters, for labels and screens.")
        .Field("teaser", Scalars.String, document => document.Text("teaser"))
        .Field("colour", Scalars.String.NonNull(), document => Colour(document.Text("colour")), "`#rrggbb`, at least 4.5:1 against white text.")
        .Field("icon", Scalars.String, document => document.Text("icon"), "A word for a picture, e.g. «Bog».")
        .Field("promise", Scalars.String, document => document.Text("promise"), "Det lover vi.")
        .Field("indicatorText", Scalars.String, document => document.Text("indicatorText"), "Sådan måler vi.")
        .Field("body", Refs.ListOf("Block"), (document, context) => context.State<ReadScope>().Blocks(document, "body"))
        .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()))
        .Field(
            "occurrences",
            Refs.To("OccurrencesConnection"),
            (document, context) => OccurrenceQuery.Of(context.State<ReadScope>().Calendar.Under(document.Key), context),
            arguments: OccurrenceQuery.Arguments())
        .Cost("occurrences", Connections.Cost);

    // A colour goes into style attributes: nothing but a colour may.
    private static string Colour(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) ? text : "#4a4a4a";
}
