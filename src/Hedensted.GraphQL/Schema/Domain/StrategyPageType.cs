using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A page of the strategy.</summary>
internal static class StrategyPageType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("StrategyPage", "A page of the strategy, the section's own page included.")
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
}
