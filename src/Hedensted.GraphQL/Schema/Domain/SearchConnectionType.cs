using Hedensted.Content.Search;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What a search found.</summary>
internal static class SearchConnectionType
{
    public static IEnumerable<NamedType> Create()
    {
        yield return new ObjectType<SearchAnswer>("SearchConnection", "What a search found: what is coming before what is over, and what fits best first.")
            .Field("pageInfo", Refs.Required("PageInfo"), answer => (Connection)answer)
            .Field("edges", Refs.To("SearchEdge").NonNull().List(), answer => answer.Found)
            .Field("nodes", Refs.To("Content").NonNull().List(), answer => answer.Found.Select(found => found.Node))
            .Field("totalCount", Scalars.Int.NonNull(), answer => answer.Count())
            .Field("suggestion", Scalars.String, answer => answer.Suggestion, "«Mente du …»: the question with the right spelling, when words were found by forgiving misspellings only.")
            .Field("hasAllWords", Scalars.Boolean.NonNull(), answer => answer.Result.HasAllWords, "False: nothing has every word, and what is listed has most of them.")
            .Field("kinds", Refs.ListOf("SearchKindCount"), answer => answer.Kinds, "How much was found of each kind, whichever kinds were asked for.");
        yield return new ObjectType<FoundDocument>("SearchEdge")
            .Field("cursor", Scalars.String.NonNull(), found => found.Cursor)
            .Field("node", Refs.Required("Content"), found => found.Node)
            .Field("kind", Refs.Required("SearchKind"), found => Bibliotek.Search.SearchKinds.Of(found.Node.ContentType.Alias))
            .Field("score", Scalars.Int.NonNull(), found => found.Hit.Score, "How well it fits; to be compared within one search only.")
            .Field("match", Refs.Required("SearchMatch"), found => found.Hit.Match, "The worst way in which a word of the question was found.")
            .Field("isPast", Scalars.Boolean.NonNull(), found => found.Hit.IsPast, "Whether it is an event whose last date is over.")
            .Field("title", Refs.ListOf("TextPart"), found => found.Title, "Its title, with the words that were asked for told apart.")
            .Field("excerpt", Refs.ListOf("TextPart"), found => found.Excerpt, "The part of its text where the words stand, or else its beginning; about 200 letters.");
        yield return new ObjectType<TextPart>("TextPart", "A piece of a text. Together they are the text; no markup is needed.")
            .Field("text", Scalars.String.NonNull(), part => part.Text)
            .Field("match", Scalars.Boolean.NonNull(), part => part.IsMatch, "Whether it is a word that was asked for.");
        yield return new ObjectType<KindCount>("SearchKindCount", "How much was found of a kind.")
            .Field("kind", Refs.Required("SearchKind"), count => count.Kind)
            .Field("count", Scalars.Int.NonNull(), count => count.Count);
        yield return SearchKindType.Create();
        yield return Enums.Of<MatchKind>("SearchMatch", "How a word that was asked for was found; the best first.", kind => kind switch
        {
            MatchKind.Exact => "As it is, in whatever form.",
            MatchKind.Start => "As the start of a longer word.",
            MatchKind.Compound => "As a part of a compound: bog in billedbog.",
            _ => "Misspelled.",
        });
    }
}
