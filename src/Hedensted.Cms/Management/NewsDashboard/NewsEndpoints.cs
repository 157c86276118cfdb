using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.NewsDashboard;

/// <summary>A piece of news.</summary>
internal sealed record NewsItem(string Priority, string Header, string? Body, string? Url);

/// <summary>News of the dashboard's.</summary>
internal sealed record News(IReadOnlyList<NewsItem> Items);

/// <summary>Umbraco's news, which it fetches from its makers: our dashboard stands in its place, and no editor's browser asks abroad.</summary>
internal static class NewsEndpoints
{
    /// <summary>Maps <c>/news-dashboard</c>.</summary>
    public static void MapNews(this IEndpointRouteBuilder management) =>
        management.MapGet("/news-dashboard", () => new News([])).WithTags("News Dashboard").ForEverybodySignedIn();
}
