using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The strategy: its pages, its focus areas and the words that it uses.</summary>
internal static class StrategyObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces)
    {
        yield return new ObjectType<PublishedDocument>("FocusArea", "fokusområde: one of the four areas of the strategy.")
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
                arguments: OccurrenceQuery.Arguments());
        yield return new ObjectType<PublishedDocument>("StrategyPage", "A page of the strategy, the section's own page included.")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("teaser", Scalars.String, document => document.Text("teaser"))
            .Field("image", Refs.To("Image"), (document, context) => Image.OfPage(document, context.State<ReadScope>()))
            .Field("body", Refs.ListOf("Block"), (document, context) => context.State<ReadScope>().Blocks(document, "body"))
            .Field("validFrom", Scalars.LocalDate, document => document.Date("validFrom"), "When the text was adopted or changed.")
            .Field("changeNote", Scalars.String, document => document.Text("changeNote"))
            .Field("hearings", Refs.ListOf("Block"), (document, context) => context.State<ReadScope>().Blocks(document, "hearings"))
            .Field("pages", Refs.ListOf("StrategyPage"), (document, context) =>
                context.State<ReadScope>().Children(document.Key).Where(child => child.ContentType.Alias == "strategyPage"), "The pages below.");
        yield return new ObjectType<PublishedDocument>("Term", "ordforklaring: a word that is explained wherever it is shown.")
            .Implements(interfaces.Content, interfaces.Node)
            .Field("title", Scalars.String.NonNull(), document => document.Title())
            .Field("alsoKnownAs", Refs.Texts, document => document.Texts("synonyms"), "Other forms of the word.")
            .Field("explanation", Scalars.String.NonNull(), document => document.Text("definition") ?? "")
            .Field("source", Scalars.String, document => document.Text("source"))
            .Field("related", Refs.ListOf("Content"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("related")));
    }

    /// <summary>The section's page and every page below it, parents before children.</summary>
    public static IEnumerable<PublishedDocument> Pages(ReadScope scope)
    {
        var waiting = new Stack<PublishedDocument>(scope.InTreeOrder("strategySection").Reverse());
        while (waiting.TryPop(out var page))
        {
            yield return page;
            foreach (var child in scope.Children(page.Key).Where(child => child.ContentType.Alias == "strategyPage").Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    // A colour goes into style attributes: nothing but a colour may.
    private static string Colour(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) ? text : "#4a4a4a";
}
