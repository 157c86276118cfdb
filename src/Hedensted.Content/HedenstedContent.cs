using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content;

/// <summary>Adds the content engine to a host.</summary>
public static class HedenstedContent
{
    /// <summary>
    /// Adds storage, editing, publishing, the change feed and the edition follower. Reads <c>ConnectionStrings:umbracoDbDSN</c>,
    /// <c>ConnectionStrings:umbracoDbDSN_ProviderName</c> and <c>Hedensted:*</c>; the database is created and migrated before the host starts serving.
    /// </summary>
    public static IServiceCollection AddHedenstedContent(this IServiceCollection services, IConfiguration configuration) => throw new NotImplementedException();
}
