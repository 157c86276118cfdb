using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL;

/// <summary>Settings of the public API; in configuration under <c>Hedensted:GraphQL</c>.</summary>
public sealed class PublicGraphQLOptions
{
    /// <summary>Makes the GraphiQL page for a browser that opens <c>/graphql</c>; the text is a query to begin with. Null shows a short page without it.</summary>
    public Func<HttpContext, string, IResult>? GraphiqlPage { get; set; }

    /// <summary>Largest request body, in bytes. Default 65,536.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>Room for finished answers, in bytes. Default 32 MiB; 0 keeps none.</summary>
    public long ResponseCacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Room for finished rows that answers are put together from, in bytes. Default 48 MiB; 0 makes every row anew.</summary>
    public long FragmentBytes { get; set; } = 48 * 1024 * 1024;

    /// <summary>Room for finished feeds, in bytes. Default 16 MiB; 0 keeps none. One larger than an eighth of it is made anew each time.</summary>
    public long FeedBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Room for compiled documents, in bytes of estimated size. Default 16 MiB.</summary>
    public long DocumentCacheBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long a browser or proxy may show an answer without asking again. Default 5 seconds, less when something starts or ends sooner.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after that a proxy may show it while it asks again. Default 5 seconds; 0 not at all.</summary>
    public TimeSpan StaleWhileRevalidate { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many of the answers that are asked for most are made anew when something is published or begins, before somebody waits for them. Default 50.</summary>
    public int WarmAnswers { get; set; } = 50;

    /// <summary>How long a request waits for the position that it asks for. Default 500 milliseconds.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMilliseconds(500);
}
