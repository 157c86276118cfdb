using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What our own dashboards and the document's footer ask for; nothing of it is Umbraco's.</summary>
internal static class OverviewRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddScoped<CalendarSources>().AddSingleton<ReadersReach>();

    /// <summary>Maps <c>/hedensted</c>, for whoever may read documents; each answer holds only what the one who asks may read.</summary>
    public static void MapOverview(this IEndpointRouteBuilder management)
    {
        var overview = management.MapGroup("/hedensted").WithTags("Hedensted").RequireAuthorization(Policies.Content).RequireVerb(Verbs.Read);
        overview.MapCalendar();
        overview.MapDrafts();
        overview.MapLive();
        overview.MapCollisions();
        overview.MapAdvice();
        overview.MapDplImport();
    }
}
