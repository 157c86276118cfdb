using System.Security.Claims;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Overview;

/// <summary>An event as it stands in the form, saved or not.</summary>
/// <param name="Id">The document; an id of its own while it is new.</param>
/// <param name="Type">Its document type.</param>
/// <param name="Values">By alias what says when, where and whether.</param>
internal sealed record CollisionRequest(Guid Id, Guid Type, IReadOnlyDictionary<string, JsonElement>? Values);

/// <summary>What stands in its way, the soonest first.</summary>
/// <param name="Total">How many in all.</param>
/// <param name="Collisions">The first of them.</param>
internal sealed record CollisionResponse(int Total, IReadOnlyList<CollisionItem> Collisions);

/// <summary>Something at the same place at the same time.</summary>
/// <param name="DocumentId">What to open.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">When it is, in Danish.</param>
/// <param name="Room">The room that both have; null when one of them has chosen none.</param>
/// <param name="IsPublished">Whether citizens see it.</param>
internal sealed record CollisionItem(Guid DocumentId, string Title, string Text, string? Room, bool IsPublished);

/// <summary>Whether the room is taken, asked while an editor plans.</summary>
internal static class CollisionEndpoints
{
    private const int Most = 5;

    /// <summary>Maps <c>/collisions</c>.</summary>
    public static void MapCollisions(this IEndpointRouteBuilder overview) => overview.MapPost("/collisions", FindAsync);

    private static async Task<Results<Ok<CollisionResponse>, Problem>> FindAsync(
        [FromBody] CollisionRequest request,
        ClaimsPrincipal user,
        NodeReaches reaches,
        NewestEdition newest,
        CalendarSources sources,
        ContentTree tree,
        DraftCalendar drafts,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "Kalenderen er ikke klar endnu", "Serveren er lige startet. Prøv igen om et øjeblik.", "NotReady");
        }

        if (edition.Schema.FindType(request.Type) is not { } type || !(EventTypes.MakesOccurrences(type.Alias) || type.Alias == EventTypes.Override))
        {
            return TypedResults.Ok(new CollisionResponse(0, []));
        }

        var now = time.GetUtcNow();
        var reach = await reaches.OfAsync(NodeKind.Document, user, null, cancellationToken);
        var hidden = HiddenFields.Of(edition.Schema, user.Rights());
        var dates = type.Alias == EventTypes.Override
            ? await SeriesOfAsync(request.Id, edition, tree, reach, cancellationToken) is { } series
                ? drafts.ChangedBy(edition, series, DraftOf(request, type, series.Key), hidden.Without)
                : []
            : drafts.Of(edition, DraftOf(request, type, null));
        var planned = dates.Where(one => one.Occurrence.EndsAt > now).ToList();
        if (planned.Count == 0)
        {
            return TypedResults.Ok(new CollisionResponse(0, []));
        }

        // What others have is told to whom it may be told, as in the calendar.
        var source = await sources.ReadAsync(edition, reach, hidden, cancellationToken);
        var own = planned[0].Occurrence.Document.Key; // the series, of a date that is changed
        var places = planned.Select(one => one.Occurrence.PlaceKey).ToHashSet();
        var others = source.Published.Between(planned.Min(one => one.Occurrence.StartsAt), planned.Max(one => one.Occurrence.EndsAt))
            .Select(date => new PlannedOccurrence(date, PlanState.Published))
            .Concat(source.Drafts)
            .Where(one => one.Occurrence.Document.Key != own && places.Contains(one.Occurrence.PlaceKey));
        var collisions = Collisions.Of(planned.Concat(others));
        var found = planned
            .SelectMany(one => collisions[one])
            .Where(collision => collision.Other.Occurrence.Document.Key != own)
            .DistinctBy(collision => collision.Other.Occurrence.Id)
            .OrderBy(collision => collision.Other.Occurrence.StartsAt)
            .ToList();
        return TypedResults.Ok(new CollisionResponse(found.Count, [.. found.Take(Most).Select(collision => ItemOf(edition, collision))]));
    }

    // «Ret denne dato» stands below its series, and is saved before it is opened. The series is as citizens see it, or else as it is saved.
    private static async Task<PublishedDocument?> SeriesOfAsync(Guid change, Edition edition, ContentTree tree, NodeReach reach, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(NodeKind.Document, change, cancellationToken) is not { ParentKey: { } key, Trashed: false } node || !reach.Includes([.. node.Ancestors, node.Key]))
        {
            return null;
        }

        return edition.Find(key) ?? (await tree.FindAsync(NodeKind.Document, key, cancellationToken) is { } draft && edition.Schema.FindType(draft.ContentTypeKey) is { } type
            ? PublishedDocument.OfDraft(edition.Schema, type, draft, default)
            : null);
    }

    private static PublishedDocument DraftOf(CollisionRequest request, ContentType type, Guid? parentKey) => new()
    {
        Key = request.Id,
        ContentType = type,
        ParentKey = parentKey,
        Level = 1,
        SortOrder = 0,
        CreateDate = default,
        PublishDate = default,
        UrlSegments = [],
        Content = FormContent.Of(request.Values),
    };

    private static CollisionItem ItemOf(Edition edition, Collision collision)
    {
        var other = collision.Other;
        return new CollisionItem(
            other.Occurrence.Document.Key,
            other.Occurrence.Title,
            $"{other.Occurrence.DisplayDate} {other.Occurrence.DisplayTime}",
            collision.SameRoom && other.RoomKey is { } room ? edition.Find(room)?.NameIn() : null,
            other.State == PlanState.Published);
    }
}
