using Hedensted.Cms.Management.Common;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Template;

/// <summary>A template in pickers.</summary>
internal sealed record TemplateItem(Guid Id, string Name, string Alias, IReadOnlyList<Flag> Flags);

/// <summary>Templates: there are none, for the website reads GraphQL and draws its pages itself. The backoffice asks all the same.</summary>
internal static class TemplateEndpoints
{
    /// <summary>Maps <c>/template</c>, <c>/item/template</c> and <c>/tree/template</c>.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder management)
    {
        var templates = management.MapGroup("").WithTags("Template").RequireAuthorization(Policies.Trees);
        templates.MapGet("/template/{id:guid}", (Guid id) => Problems.NotFound("Skabelonen"));
        templates.MapGet("/item/template", ([FromQuery(Name = "id")] Guid[] ids) => Array.Empty<TemplateItem>());
        templates.MapGet("/item/template/search", () => PagedModel<TemplateItem>.Empty);
        templates.MapGet("/tree/template/root", () => PagedModel<TemplateItem>.Empty);
        templates.MapGet("/tree/template/children", () => PagedModel<TemplateItem>.Empty);
        templates.MapGet("/tree/template/ancestors", () => Array.Empty<TemplateItem>());
        templates.MapGet("/tree/template/siblings", () => new Nodes.Subset<TemplateItem>(0, 0, []));
    }
}
