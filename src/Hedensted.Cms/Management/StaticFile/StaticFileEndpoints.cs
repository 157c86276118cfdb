using Hedensted.Cms.Management.Common;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.StaticFile;

/// <summary>A file of the program that may be picked.</summary>
internal sealed record StaticFileItem(string Name, string Path, bool IsFolder);

/// <summary>Files of the program that editors may pick: none, for what is shown on the site is media. The backoffice asks all the same.</summary>
internal static class StaticFileEndpoints
{
    /// <summary>Maps <c>/item/static-file</c> and <c>/tree/static-file</c>.</summary>
    public static void MapStaticFiles(this IEndpointRouteBuilder management)
    {
        var files = management.MapGroup("").WithTags("Static File").RequireAuthorization(Policies.Trees);
        files.MapGet("/item/static-file", ([FromQuery(Name = "path")] string[] paths) => Array.Empty<StaticFileItem>());
        files.MapGet("/tree/static-file/root", () => PagedModel<StaticFileItem>.Empty);
        files.MapGet("/tree/static-file/children", () => PagedModel<StaticFileItem>.Empty);
        files.MapGet("/tree/static-file/ancestors", () => Array.Empty<StaticFileItem>());
    }
}
