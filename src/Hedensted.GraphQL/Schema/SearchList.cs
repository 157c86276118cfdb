using Hedensted.Bibliotek.Search;
using Hedensted.Content.Search;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers the search.</summary>
internal static class SearchList
{
    private static readonly RowOrder<SearchHit> Best = new(
        "search", SortKey<SearchHit>.Number(hit => hit.IsPast ? 1 : 0), SortKey<SearchHit>.Number(hit => hit.Score).Descending(), SortKey<SearchHit>.Identity(hit => hit.Key));

    /// <summary>What a search costs: as many documents as the client asks for.</summary>
    public static FieldCost Cost { get; } = new() { SizeArguments = ["first"], AssumedSize = PageRequest.DefaultSize, SizedFields = ["nodes", "edges"] };

    public static InputValue[] Arguments() =>
    [
        new("query", Scalars.String.NonNull(), "Words in any form; «in quotation marks» to the letter. Words that say nothing by themselves (og, på, der) count only alone."),
        new("first", Scalars.Int, $"How many at most {PageRequest.MaxSize}; {PageRequest.DefaultSize} when nothing is asked."),
        new("after", Scalars.String, "Only what comes after this cursor."),
        new("kinds", Refs.To("SearchKind").NonNull().List(), "Only these kinds; all when left out."),
        new("contentTypes", Scalars.String.NonNull().List(), "Only documents of these types, by alias; all when left out."),
    ];

    public static SearchAnswer Of(FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var arguments = context.Arguments;
        var page = PageRequest.ReadForward(arguments);
        var types = arguments.Has("contentTypes") && !arguments.IsNull("contentTypes")
            ? arguments.GetList<string>("contentTypes").ToHashSet(StringComparer.OrdinalIgnoreCase)
            : null;
        var result = scope.Search.Find(new SearchRequest
        {
            Text = arguments.Get<string>("query"),
            Now = scope.Now(),
            Types = Wanted(arguments, types, scope),
            After = page.After is null ? null : HitAt(page.After),
            Take = page.Size,
        });
        return new SearchAnswer
        {
            Result = result,
            Types = types,
            Found = [.. Found(result, scope)],
            HasNextPage = result.HasMore,
            HasPreviousPage = page.After is not null && result.Total > 0,
            Count = () => result.Total,
        };
    }

    private static IEnumerable<FoundDocument> Found(SearchResult result, ReadScope scope)
    {
        foreach (var hit in result.Hits)
        {
            if (scope.Find(hit.Key) is { } document)
            {
                yield return new FoundDocument(hit, document, result.Words, Best.CursorOf(hit), scope.Edition);
            }
        }
    }

    private static HashSet<string>? Wanted(InputValues arguments, HashSet<string>? types, ReadScope scope)
    {
        var kinds = arguments.Has("kinds") && !arguments.IsNull("kinds") ? arguments.GetList<SearchKind>("kinds").ToHashSet() : null;
        return kinds is null && types is null
            ? null
            : [.. scope.Schema.ContentTypes.Select(type => type.Alias).Where(alias => kinds?.Contains(SearchKinds.Of(alias)) != false && types?.Contains(alias) != false)];
    }

    private static SearchHit HitAt(string cursor)
    {
        var place = Best.Read(cursor);
        return new SearchHit(Guid.ParseExact(place[2], "N"), int.TryParse(place[1], out var score) ? score : int.MaxValue, place[0] != "0", MatchKind.Exact);
    }
}
