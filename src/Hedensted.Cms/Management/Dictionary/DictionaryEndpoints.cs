using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Types;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Transfer;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Dictionary;

/// <summary>The texts that the site looks up by name, in each language.</summary>
internal static class DictionaryEndpoints
{
    private const string Collection = "dictionary";
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true);

    /// <summary>Maps <c>/dictionary</c>, <c>/item/dictionary</c> and <c>/tree/dictionary</c>.</summary>
    public static void MapDictionary(this IEndpointRouteBuilder management)
    {
        var items = management.MapGroup("/dictionary").WithTags("Dictionary").RequireAuthorization(Policies.Translation);
        items.MapGet("", ListAsync);
        items.MapGet("/{id:guid}", FindAsync);
        items.MapPost("", CreateAsync);
        items.MapPut("/{id:guid}", UpdateAsync);
        items.MapDelete("/{id:guid}", DeleteAsync);
        items.MapPut("/{id:guid}/move", MoveAsync);
        items.MapGet("/{id:guid}/export", ExportAsync);
        items.MapPost("/import", ImportAsync);

        management.MapGet("/item/dictionary", ItemsAsync).WithTags("Dictionary").RequireAuthorization(Policies.Trees);

        var tree = management.MapGroup("/tree/dictionary").WithTags("Dictionary").RequireAuthorization(Policies.Translation);
        tree.MapGet("/root", ([AsParameters] Paging paging, DictionaryEditor dictionary, CancellationToken cancellationToken) =>
            ChildrenAsync(null, paging, dictionary, cancellationToken));
        tree.MapGet("/children", (Guid parentId, [AsParameters] Paging paging, DictionaryEditor dictionary, CancellationToken cancellationToken) =>
            ChildrenAsync(parentId, paging, dictionary, cancellationToken));
        tree.MapGet("/ancestors", AncestorsAsync);
    }

    private static async Task<PagedModel<Overview>> ListAsync(string? filter, [AsParameters] Paging paging, DictionaryEditor dictionary, CancellationToken cancellationToken)
    {
        var text = (filter ?? "").Trim();
        var all = (await dictionary.ReadAsync(cancellationToken)).OrderBy(item => item.Name, Danish);
        return paging.Of(all
            .Where(item => text.Length == 0
                || item.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
                || item.Translations.Values.Any(translation => translation.Contains(text, StringComparison.CurrentCultureIgnoreCase)))
            .Select(item => new Overview(item.Name, item.Key, Reference.To(item.ParentKey), [.. item.Translations.Keys])));
    }

    private static async Task<IResult> FindAsync(Guid id, DictionaryEditor dictionary, HttpResponse response, CancellationToken cancellationToken) =>
        (await dictionary.ReadAsync(cancellationToken)).FirstOrDefault(item => item.Key == id) is { } item
            ? Opened.Stamped(response, SchemaStamp.Of(item), new Model(item.Key, item.Name, [.. item.Translations.Select(pair => new Translation(pair.Key, pair.Value))]))
            : Problems.NotFound(SchemaNoun.Dictionary.The, "ItemNotFound");

    private static async Task<IResult> CreateAsync(Request request, DictionaryEditor dictionary, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Dictionary.Created(
            await dictionary.CreateAsync(request.ToItem(request.Id ?? Guid.CreateVersion7()), user.UserKey(), cancellationToken), response, Collection);

    private static async Task<IResult> UpdateAsync(
        Guid id, Request request, DictionaryEditor dictionary, ClaimsPrincipal user, HttpContext context, CancellationToken cancellationToken) =>
        SchemaNoun.Dictionary.Done(await dictionary.UpdateAsync(request.ToItem(id), Opened.Stamp(context.Request), user.UserKey(), cancellationToken), context.Response);

    private static async Task<IResult> DeleteAsync(Guid id, DictionaryEditor dictionary, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Dictionary.Done(await dictionary.DeleteAsync(id, user.UserKey(), cancellationToken), response);

    private static async Task<IResult> MoveAsync(
        Guid id, MoveRequest request, DictionaryEditor dictionary, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Dictionary.Done(await dictionary.MoveAsync(id, request.Target?.Id, user.UserKey(), cancellationToken), response);

    private static async Task<IResult> ExportAsync(Guid id, bool? includeChildren, DictionaryEditor dictionary, CancellationToken cancellationToken)
    {
        var all = await dictionary.ReadAsync(cancellationToken);
        return all.FirstOrDefault(item => item.Key == id) is { } item
            ? Transfers.Download(DictionaryTransfer.Write(all, item, includeChildren ?? false), item.Name)
            : Problems.NotFound(SchemaNoun.Dictionary.The, "ItemNotFound");
    }

    private static Task<IResult> ImportAsync(
        ImportRequest request, TemporaryFiles files, DictionaryEditor dictionary, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        files.ImportAsync(
            request.TemporaryFile?.Id,
            TransferKind.DictionaryItem,
            file => dictionary.ImportAsync(file, request.Parent?.Id, user.UserKey(), cancellationToken),
            result => SchemaNoun.Dictionary.Created(result, response, Collection),
            cancellationToken);

    private static async Task<List<Item>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, DictionaryEditor dictionary, CancellationToken cancellationToken)
    {
        var all = (await dictionary.ReadAsync(cancellationToken)).ToDictionary(item => item.Key);
        return [.. ids.Distinct().Select(all.GetValueOrDefault).OfType<DictionaryItem>().Select(item => new Item(item.Name, item.Key, []))];
    }

    private static async Task<PagedModel<TreeItem>> ChildrenAsync(Guid? parentId, Paging paging, DictionaryEditor dictionary, CancellationToken cancellationToken)
    {
        var all = await dictionary.ReadAsync(cancellationToken);
        var parents = Parents(all);
        return paging.Of(all.Where(item => item.ParentKey == parentId).OrderBy(item => item.Name, Danish).Select(item => TreeItem.Of(item, parents)));
    }

    private static async Task<List<TreeItem>> AncestorsAsync(Guid descendantId, DictionaryEditor dictionary, CancellationToken cancellationToken)
    {
        var list = await dictionary.ReadAsync(cancellationToken);
        var all = list.ToDictionary(item => item.Key);
        var parents = Parents(list);
        var path = new List<TreeItem>();
        for (var item = all.GetValueOrDefault(descendantId); item is not null && path.Count <= all.Count; item = item.ParentKey is { } parent ? all.GetValueOrDefault(parent) : null)
        {
            path.Insert(0, TreeItem.Of(item, parents));
        }

        return path;
    }

    private static HashSet<Guid> Parents(IReadOnlyList<DictionaryItem> all) => [.. all.Select(item => item.ParentKey).OfType<Guid>()];

    private sealed record Overview(string Name, Guid Id, Reference? Parent, IReadOnlyList<string> TranslatedIsoCodes);

    private sealed record Model(Guid Id, string Name, IReadOnlyList<Translation> Translations);

    private sealed record Translation(string? IsoCode, [property: System.Text.Json.Serialization.JsonPropertyName("translation")] string? Text);

    private sealed record Item(string Name, Guid Id, IReadOnlyList<Flag> Flags);

    private sealed record TreeItem(string Name, Guid Id, Reference? Parent, IReadOnlyList<Flag> Flags, bool HasChildren)
    {
        public static TreeItem Of(DictionaryItem item, HashSet<Guid> parents) => new(item.Name, item.Key, Reference.To(item.ParentKey), [], parents.Contains(item.Key));
    }

    private sealed record ImportRequest(Reference? TemporaryFile, Reference? Parent);

    private sealed record Request(Guid? Id, Reference? Parent, string? Name, IReadOnlyList<Translation>? Translations)
    {
        public DictionaryItem ToItem(Guid key) => new(key, Name ?? "", Parent?.Id, (Translations ?? [])
            .Where(translation => !string.IsNullOrEmpty(translation.IsoCode))
            .DistinctBy(translation => translation.IsoCode, StringComparer.OrdinalIgnoreCase)
            .ToImmutableSortedDictionary(translation => translation.IsoCode!, translation => translation.Text ?? "", StringComparer.Ordinal));
    }
}
