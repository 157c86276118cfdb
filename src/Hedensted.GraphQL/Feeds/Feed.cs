using System.Text;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Feeds.Asking;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Reading;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Feeds;

/// <summary>An address that answers with something made of one edition.</summary>
/// <param name="Pattern">The address, e.g. <c>/feeds/events.ics</c>.</param>
/// <param name="Operation">What it answers, told.</param>
/// <param name="Write">Makes the answer; what it finds wrong it notes in the query, and its bytes are then of no account.</param>
internal sealed record Feed(string Pattern, ApiOperation Operation, Func<FeedRequest, FeedBody> Write)
{
    /// <summary>What a browser calls the file that it keeps; null shows it.</summary>
    public string? FileName { get; init; }
}

/// <summary>A finished body.</summary>
/// <param name="Bytes">The octets.</param>
/// <param name="Rows">How many things it tells of.</param>
internal sealed record FeedBody(byte[] Bytes, int Rows)
{
    public static FeedBody Nothing { get; } = new([], 0);
}

/// <summary>What was asked, and what it is answered from.</summary>
internal sealed class FeedRequest(HttpRequest request, Feed feed, ReadScope scope)
{
    // Reading a date's document, its place and its pictures is the work of some twenty objects of a GraphQL answer.
    private const int CostOfRow = 20;

    public ReadScope Scope => scope;

    public FeedQuery Query { get; } = new(request.Query, feed.Operation);

    public Origin Origin { get; } = Origin.Of(request);

    /// <summary>The address that was asked.</summary>
    public string Self => Origin.Value + request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    /// <summary>A value of the path.</summary>
    public string Route(string name) => request.RouteValues[name]?.ToString() ?? "";

    /// <summary>How feeds are made. Nothing of a request can be asked once more when it is gone.</summary>
    public static AnswerWork<FeedRequest> Work { get; } = new(request => request.Make(), request => request.Sort, _ => null);

    private CacheKey Sort => CacheKey.Of(Encoding.UTF8.GetBytes(feed.Pattern), null, []);

    private Answer Make()
    {
        var body = Query.Problem is null ? feed.Write(this) : FeedBody.Nothing;
        return new Answer(body.Bytes, scope.ValidUntil, scope.TrueSince, scope.Read, (long)CostOfRow * Math.Max(1, body.Rows))
        {
            Kind = Query.Problem is null ? ResponseKind.Success : ResponseKind.Rejected,
        };
    }

    /// <summary>The listed dates that were asked for, as others are told of them, and what the feed says about itself.</summary>
    /// <param name="matching">How many there are without the limit.</param>
    public (FeedChannel Channel, IReadOnlyList<FeedEntry> Entries) Read(out int matching)
    {
        var choice = OccurrenceChoice.Read(Query, scope);
        var entries = new List<FeedEntry>();
        matching = 0;
        foreach (var occurrence in Query.Problem is null ? choice.In(scope) : [])
        {
            if (matching++ < choice.Limit)
            {
                entries.Add(new FeedEntry(occurrence, scope, Origin));
            }
        }

        return (FeedChannel.Of(choice, scope, Origin, Self), entries);
    }
}
