using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>What a text finds, looked up once a request.</summary>
internal sealed class SearchCondition(string text)
{
    /// <summary>The field of a filter that takes it.</summary>
    public const string Description = "What has all these words, as the root field `search` finds them.";

    public HashSet<Guid> Keys(ReadScope scope) => scope.Once(this, () => scope.Search.KeysOf(text));

    /// <summary>The condition that a client gave; null for none, and for a text without words.</summary>
    public static SearchCondition? Read(InputValues given) =>
        given.TryGet<string>("search", out var text) && !string.IsNullOrWhiteSpace(text) ? new SearchCondition(text) : null;
}
