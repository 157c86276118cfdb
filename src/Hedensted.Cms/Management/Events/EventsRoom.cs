namespace Hedensted.Cms.Management.Events;

/// <summary>What editors do with events beyond what Umbraco offers. All of it lies below <c>/hedensted</c>, so that Umbraco's own addresses stay Umbraco's.</summary>
internal static class EventsRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services) => services.AddScoped<ChangesOfSeries>();

    /// <summary>Maps the room's addresses.</summary>
    public static void MapEvents(this IEndpointRouteBuilder management)
    {
        var own = management.MapGroup("/hedensted");
        own.MapEventList();
        own.MapEventCopying();
        own.MapSeriesPlan();
        own.MapInheritedFields();
    }
}
