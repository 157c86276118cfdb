using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Demo;
using Hedensted.Bibliotek.Engagement;
using Hedensted.Bibliotek.Examples;
using Hedensted.Bibliotek.Lists;
using Hedensted.Bibliotek.Rules;
using Hedensted.Bibliotek.Search;
using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek;

/// <summary>Adds the library's own domain to a host.</summary>
public static class HedenstedBibliotek
{
    /// <summary>Adds the calendar and the other projections of the edition, the lists of events that editors see, the example content and the demo content.</summary>
    public static IServiceCollection AddBibliotek(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IEditionProjection, CalendarProjection>()
            .AddSingleton<IEditionProjection, CalendarChangesProjection>()
            .AddSingleton<IEditionProjection, SlugIndex.Projection>()
            .AddSingleton<IEditionProjection, SearchProjection>()
            .AddHostedService<SearchWarmUp>()
            .AddSingleton<IContentRule, EndsAfterStartRule>()
            .AddSingleton<IContentRule, RepetitionRule>()
            .AddSingleton<IContentAdvice, BothSidesAdvice>()
            .AddSingleton<IContentAdvice, FollowUpAdvice>()
            .AddSingleton<CalendarMemory>()
            .AddHostedService(provider => new CalendarKeeping(
                provider.GetRequiredService<EditionSource>(),
                provider.GetRequiredService<DateMemory>(),
                provider.GetRequiredService<CalendarMemory>(),
                writes: provider.GetRequiredService<IConfiguration>().Edits(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<CalendarKeeping>>()))
            .AddSingleton<EngagementBook>()
            .AddSingleton<IEditionProjection, EngagementProjection>()
            .AddHostedService<EngagementReading>()
            .AddSingleton<Counting>()
            .AddSingleton<Opinions>()
            .AddSingleton<DraftCalendar>()
            .AddSingleton<EventList>()
            .AddSingleton<ExampleContent>()
            .AddSingleton<DemoContent>();
    }
}
