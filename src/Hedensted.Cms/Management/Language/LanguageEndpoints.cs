using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Language;

/// <summary>The languages that content can be written in.</summary>
internal static class LanguageEndpoints
{
    /// <summary>Maps <c>/language</c> and <c>/item/language</c>.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder management)
    {
        var languages = management.MapGroup("/language").WithTags("Language").ForEverybodySignedIn();
        languages.MapGet("", ListAsync);
        languages.MapGet("/{isoCode}", FindAsync);

        var writing = languages.MapGroup("").RequireAuthorization(Policies.Settings);
        writing.MapPost("", CreateAsync);
        writing.MapPut("/{isoCode}", UpdateAsync);
        writing.MapDelete("/{isoCode}", DeleteAsync);

        var items = management.MapGroup("/item/language").WithTags("Language").ForEverybodySignedIn();
        items.MapGet("", ItemsAsync);
        items.MapGet("/default", DefaultAsync);
    }

    private static async Task<PagedModel<LanguageModel>> ListAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var languages = (await schemas.CurrentAsync(cancellationToken)).Languages;
        return new(languages.Length, [.. languages.Skip(paging.Offset).Take(paging.Limit).Select(LanguageModel.Of)]);
    }

    private static async Task<IResult> FindAsync(string isoCode, SchemaSource schemas, HttpResponse response, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).FindLanguage(isoCode) is { } language
            ? Opened.Stamped(response, SchemaStamp.Of(language), LanguageModel.Of(language))
            : NotFound();

    private static async Task<IResult> CreateAsync(LanguageRequest request, LanguageEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var result = await editor.CreateAsync(request.ToLanguage(request.IsoCode), user.UserKey(), cancellationToken);
        if (!result.Succeeded)
        {
            return SchemaNoun.Language.Refused(result);
        }

        response.ReachesReadersAt(result.Position);
        return new CreatedResource(request.IsoCode!, $"{ManagementRoom.Root}/language/{request.IsoCode}");
    }

    private static async Task<IResult> UpdateAsync(
        string isoCode, LanguageRequest request, LanguageEditor editor, ClaimsPrincipal user, HttpContext context, CancellationToken cancellationToken) =>
        SchemaNoun.Language.Done(await editor.UpdateAsync(request.ToLanguage(isoCode), Opened.Stamp(context.Request), user.UserKey(), cancellationToken), context.Response);

    private static async Task<IResult> DeleteAsync(string isoCode, LanguageEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Language.Done(await editor.DeleteAsync(isoCode, user.UserKey(), cancellationToken), response);

    private static async Task<List<LanguageItem>> ItemsAsync([FromQuery(Name = "isoCode")] string[] isoCodes, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return [.. isoCodes.Select(schema.FindLanguage).OfType<Content.Model.Language>().Distinct().Select(LanguageItem.Of)];
    }

    private static async Task<Results<Ok<LanguageItem>, Problem>> DefaultAsync(SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).DefaultLanguage is { } language ? TypedResults.Ok(LanguageItem.Of(language)) : NotFound();

    private static Problem NotFound() => Problems.NotFound("Sproget");

    private sealed record LanguageModel(string IsoCode, string Name, bool IsDefault, bool IsMandatory, string? FallbackIsoCode)
    {
        public static LanguageModel Of(Content.Model.Language language) =>
            new(language.IsoCode, language.Name, language.IsDefault, language.IsMandatory, language.FallbackIsoCode);
    }

    private sealed record LanguageRequest(string? IsoCode, string? Name, bool IsDefault, bool IsMandatory, string? FallbackIsoCode)
    {
        public Content.Model.Language ToLanguage(string? isoCode) =>
            new(Guid.Empty, isoCode ?? "", (Name ?? "").Trim(), IsDefault, IsMandatory, string.IsNullOrEmpty(FallbackIsoCode) ? null : FallbackIsoCode);
    }

    private sealed record LanguageItem(string Name, string IsoCode)
    {
        public static LanguageItem Of(Content.Model.Language language) => new(language.Name, language.IsoCode);
    }
}
