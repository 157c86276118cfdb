using Hedensted.Cms.Management.HealthCheck;
using Hedensted.Cms.Management.LogViewer;
using Hedensted.Cms.Management.NewsDashboard;
using Hedensted.Cms.Management.RedirectManagement;
using Hedensted.Cms.Management.StaticFile;

namespace Hedensted.Cms.Management.Tools;

/// <summary>What the webmaster looks after the site with; each resource in the folder of its name.</summary>
internal static class ToolsRoom
{
    /// <summary>Maps the addresses.</summary>
    public static void MapTools(this IEndpointRouteBuilder management)
    {
        management.MapRedirects();
        management.MapLogViewer();
        management.MapHealthChecks();
        management.MapStaticFiles();
        management.MapNews();
    }
}
