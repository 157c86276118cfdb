using Hedensted.Cms.Management.Common;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Template;

/// <summary>Templates for rendering pages. There are none: whoever shows content reads it through GraphQL. What asks for them is told so.</summary>
internal static class TemplateEndpoints
{
    /// <summary>Maps the reads of <c>/template</c>, <c>/item/template</c> and <c>/tree/template</c>.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder management)
    {
        var templates = management.MapGroup("").WithTags("Template").RequireAuthorization(Policies.Trees);
        templates.MapGet("/template/{id:guid}", (Guid id) => NotFound(id));
        templates.MapGet("/item/template", ([FromQuery(Name = "id")] Guid[] ids) => None(ids));
        templates.MapGet("/item/template/search", (string? query) => Nothing(query));
        templates.MapGet("/tree/template/root", () => PagedModel<TemplateItem>.Empty);
        templates.MapGet("/tree/template/children", (Guid parentId) => Nothing(parentId));
        templates.MapGet("/tree/template/ancestors", (Guid descendantId) => None(descendantId));
        templates.MapGet("/tree/template/siblings", (Guid target) => NotFound(target));
    }

    private static Problem NotFound(Guid id)
    {
        _ = id;
        return Problems.NotFound("Skabelonen til visning");
    }

    private static TemplateItem[] None<T>(T asked)
    {
        _ = asked;
        return [];
    }

    private static PagedModel<TemplateItem> Nothing<T>(T asked)
    {
        _ = asked;
        return PagedModel<TemplateItem>.Empty;
    }

    private sealed record TemplateItem(Guid Id, string Name, string Alias, IReadOnlyList<Flag> Flags);
}
