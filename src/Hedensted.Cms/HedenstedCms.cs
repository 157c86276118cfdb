using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Import;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Embed;
using Hedensted.Cms.Management;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Media;
using Hedensted.Cms.Operations;
using Hedensted.Cms.Operations.Logs;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Cms.Operations.Nodes;
using Hedensted.Cms.Operations.Traces;
using Hedensted.Cms.Partners;
using Hedensted.Cms.Screens;
using Hedensted.Cms.Site;
using Hedensted.Cms.Swagger;
using Hedensted.Content;
using Hedensted.GraphQL;
using Hedensted.GraphQL.Caching.Shared;
using Hedensted.GraphQL.Feeds;

namespace Hedensted.Cms;

/// <summary>The house: every room is added and mapped here, and nowhere else.</summary>
internal static class HedenstedCms
{
    /// <summary>Adds every room's services.</summary>
    public static WebApplicationBuilder AddHedenstedCms(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        configuration.AddSecrets();
        builder.AddJsonLog();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services
            .AddHedenstedContent(configuration)
            .AddBibliotek()
            .AddImport(configuration)
            .AddPublicGraphQL()
            .AddSharedAnswers(configuration)
            .AddPublicFeeds()
            .AddBackofficeAuth(configuration)
            .AddManagement(configuration)
            .AddMedia(configuration)
            .AddBackoffice(configuration)
            .AddSite(configuration)
            .AddScreens(configuration)
            .AddEmbed()
            .AddPartners()
            .AddSwagger()
            .AddOperations(configuration)
            .AddNodesOfSite(configuration);
        return builder;
    }

    /// <summary>Maps every room's addresses.</summary>
    public static WebApplication UseHedenstedCms(this WebApplication app)
    {
        TakenBack.Use(app);
        Untaken.Use(app);
        app.UseProxies();
        app.UseMetricsPort();
        app.UseTracing();

        // Before everything else, sign-in among it: also the database behind a session can be out of order.
        app.UseDefaultHeaders();
        app.UseFailures();
        app.UseLeave();
        app.UseWaitForEdition();
        app.UseManagementErrors();
        app.UseSwaggerPage();

        // Behind the three that every answer needs, for some ways end here: what is short-circuited goes past sign-in.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapOperations();
        if (app.Configuration.Edits())
        {
            app.MapBackofficeAuth();
            app.MapManagement();
            app.MapBackoffice();
        }

        app.MapMedia();
        app.MapPublicGraphQL();
        app.MapPublicFeeds();
        app.MapPartners();
        app.MapSwaggerDocument();
        app.MapScreens();
        app.MapEmbed();
        app.MapSite();
        return app;
    }
}
