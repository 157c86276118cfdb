using Hedensted.Content.Search;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>What a text finds, one look-up a request.</summary>
internal sealed class SearchCondition(string text)
{
    /// <summary>The field of a filter that takes it.</summary>
    public const string Description = "What has all these words, as the root field `search` finds them; an empty text narrows nothing.";

    public SearchMatches In(ReadScope scope) => scope.Once(this, () => scope.Search.Matching(text));

    /// <summary>The condition that a client gave; null for none, and for an empty text, as a field has it that nobody has typed in.</summary>
    /// <exception cref="GraphQLException">It is null: what a client forgot must not let everything through.</exception>
    public static SearchCondition? Read(InputValues given)
    {
        if (given.Has("search") && given.IsNull("search"))
        {
            throw new GraphQLException("'search' cannot be null; leave it out, or give the words.", "INVALID_FILTER");
        }

        return given.TryGet<string>("search", out var text) && !string.IsNullOrWhiteSpace(text) ? new SearchCondition(text) : null;
    }
}
