using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Lists;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Document;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Text;

namespace Hedensted.Cms.Management.Events;

/// <summary>What can be chosen in a filter.</summary>
/// <param name="Value">What is asked with.</param>
/// <param name="Name">Danish.</param>
internal sealed record FilterChoice(string Value, string Name);

/// <summary>What can be filtered by among the events below a folder.</summary>
/// <param name="Places">Where they are.</param>
/// <param name="Types">The types that may stand there.</param>
/// <param name="Kinds">The words of «Type».</param>
/// <param name="Statuses">The words of «Status».</param>
internal sealed record EventListChoices(
    IReadOnlyList<FilterChoice> Places, IReadOnlyList<FilterChoice> Types, IReadOnlyList<FilterChoice> Kinds, IReadOnlyList<FilterChoice> Statuses);

/// <summary>The list of events with filters. Its answers are those of Umbraco's list view, so that Umbraco's table shows them.</summary>
internal static class EventListEndpoints
{
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);

    /// <summary>Maps <c>/event-list</c>.</summary>
    public static void MapEventList(this IEndpointRouteBuilder own)
    {
        var lists = own.MapGroup("/event-list").WithTags("Hedensted").RequireAuthorization(Policies.Content).RequireVerb(Verbs.Read);
        lists.MapGet("/{id:guid}", ListAsync);
        lists.MapGet("/{id:guid}/choices", ChoicesAsync);
    }

    private static async Task<Results<Ok<PagedModel<DocumentCollectionItem>>, Problem>> ListAsync(
        Guid id,
        [AsParameters] CollectionQuery query,
        [AsParameters] EventListQuery asked,
        ClaimsPrincipal user,
        EventList events,
        ContentTree tree,
        NodeReaches reaches,
        SchemaSource schemas,
        UserNames users,
        CancellationToken cancellationToken)
    {
        if (await tree.SummariesAsync(NodeKind.Document, [id], cancellationToken) is not [{ } folder])
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        var (filter, problem) = asked.Read(query.Filter);
        if (filter is null)
        {
            return problem!;
        }

        var schema = await schemas.CurrentAsync(cancellationToken);
        var seen = await SeenAsync(schema, folder, user, reaches, cancellationToken);
        var found = await events.FindAsync(id, filter, seen, cancellationToken);
        var page = await PageAsync(id, query, found, seen, tree, cancellationToken);
        var keys = page.Select(node => node.Key).ToHashSet();
        var shown = found.Where(item => keys.Contains(item.Document.Key)).ToDictionary(item => item.Document.Key);
        var names = await users.FindAsync(page.SelectMany(node => new[] { node.CreatorKey, node.WriterKey }), cancellationToken);
        var columns = schema.ColumnsOf(query.DataTypeKey ?? schema.FindType(folder.ContentTypeKey)?.CollectionKey);
        var models = new DocumentModels(schema);
        return TypedResults.Ok(new PagedModel<DocumentCollectionItem>(
            found.Count, [.. page.Select(node => Shown(models.CollectionItem(node, user.Rights(), columns, names), shown[node.Key], columns, seen))]));
    }

    private static async Task<Results<Ok<EventListChoices>, Problem>> ChoicesAsync(
        Guid id, ClaimsPrincipal user, EventList events, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        if (await tree.SummariesAsync(NodeKind.Document, [id], cancellationToken) is not [{ } folder] || schema.FindType(folder.ContentTypeKey) is not { } type)
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        var places = await events.PlacesAsync(id, await SeenAsync(schema, folder, user, reaches, cancellationToken), cancellationToken);
        return TypedResults.Ok(new EventListChoices(
            [.. places.Select(place => new FilterChoice(place.Key.ToString(), place.NameIn(null))).OrderBy(choice => choice.Name, Danish)],
            [.. type.AllowedChildren.Select(schema.FindType).OfType<ContentType>().Where(child => EventTypes.MakesOccurrences(child.Alias)).Select(child => new FilterChoice(child.Key.ToString(), child.Name))],
            Words(Vocabulary.Kinds),
            Words(Vocabulary.Statuses)));
    }

    private static async Task<SeenEvents> SeenAsync(ContentSchema schema, NodeSummary folder, ClaimsPrincipal user, NodeReaches reaches, CancellationToken cancellationToken) => new(
        (await reaches.OfAsync(NodeKind.Document, user, null, cancellationToken)).ChildrenOf([.. folder.Ancestors, folder.Key]),
        HiddenFields.Of(schema, user.Rights()).ByType);

    private static FilterChoice[] Words<T>(Words<T> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new FilterChoice(words.Of(value), words.Of(value)))];

    private static async Task<IReadOnlyList<ContentNode>> PageAsync(
        Guid folderKey, CollectionQuery query, IReadOnlyList<ListedEvent> found, SeenEvents seen, ContentTree tree, CancellationToken cancellationToken)
    {
        if (await OrderedAsync(query, found, tree, cancellationToken) is { } ordered)
        {
            var paging = new Paging(query.Skip, query.Take);
            return await tree.NodesAsync(NodeKind.Document, [.. ordered.Skip(paging.Offset).Take(paging.Limit).Select(item => item.Document.Key)], cancellationToken);
        }

        // What Umbraco's lists sort by too is sorted as they do it.
        var only = new SomeNodes(found.Select(item => item.Document.Key).ToHashSet(), Except: false);
        return (await tree.CollectionAsync(query.Of(NodeKind.Document, folderKey) with { Filter = null, Only = only, Hidden = seen.Hidden }, cancellationToken)).Items;
    }

    private static async Task<IOrderedEnumerable<ListedEvent>?> OrderedAsync(
        CollectionQuery query, IReadOnlyList<ListedEvent> found, ContentTree tree, CancellationToken cancellationToken)
    {
        switch (query.OrderBy?.ToLowerInvariant())
        {
            case "name":
                return By(item => item.Document.NameOrder, OutlineNode.ByName);
            case "updatedate":
                return By(item => item.Document.UpdateDate);
            case "startsat":
                return By(item => item.Date?.Start, undatedLast: true);
            case "endsat":
                return By(item => item.Date?.End, undatedLast: true);
            case "status":
                return By(item => item.Facts.Status);
            case "place":
                var places = await tree.SummariesAsync(NodeKind.Document, [.. found.Select(item => item.Facts.PlaceKey).OfType<Guid>().Distinct()], cancellationToken);
                var (names, none) = (places.ToDictionary(place => place.Key, place => InDanish(place.NameIn(null))), InDanish(""));
                return By(item => item.Facts.PlaceKey is { } key ? names.GetValueOrDefault(key, none) : none, OutlineNode.ByName);
            default:
                return null;
        }

        // By time, what has no date stands last in either direction, where it hides nothing.
        IOrderedEnumerable<ListedEvent> By<T>(Func<ListedEvent, T> value, IComparer<T>? comparer = null, bool undatedLast = false)
        {
            var items = found.OrderBy(item => undatedLast && item.Date is null);
            return query.Descending
                ? items.ThenByDescending(value, comparer).ThenByDescending(item => item.Date?.Start).ThenByDescending(item => item.Document.Key)
                : items.ThenBy(value, comparer).ThenBy(item => item.Date?.Start).ThenBy(item => item.Document.Key);
        }
    }

    private static SortKey InDanish(string name) => CultureInfo.GetCultureInfo("da-DK").CompareInfo.GetSortKey(name, CompareOptions.IgnoreCase);

    // A series shows the date that the list is about, and an untouched status is «Planlagt», as citizens read it.
    private static DocumentCollectionItem Shown(DocumentCollectionItem item, ListedEvent listed, IReadOnlySet<string>? columns, SeenEvents seen)
    {
        var values = item.Values.ToList();
        var hidden = seen.Hidden.GetValueOrDefault(listed.Document.ContentTypeKey);
        if (listed.Date is { } date)
        {
            Fill("startsAt", "Umbraco.DateTimeUnspecified", new { date = LocalDateTimePattern.ExtendedIso.Format(date.Start), timeZone = (string?)null });
        }

        Fill("status", "Umbraco.DropDown.Flexible", new[] { Vocabulary.Statuses.Of(listed.Facts.Status) });
        return item with { Values = values };

        void Fill(string alias, string editor, object value)
        {
            if ((columns is null || columns.Contains(alias)) && hidden?.Contains(alias) != true && !values.Exists(each => string.Equals(each.Alias, alias, StringComparison.OrdinalIgnoreCase)))
            {
                values.Add(new ValueResponse(editor, null, null, alias, JsonSerializer.SerializeToElement(value)));
            }
        }
    }
}
