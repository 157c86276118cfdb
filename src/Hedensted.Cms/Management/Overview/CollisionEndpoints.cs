using System.Security.Claims;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
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
        DraftCalendar drafts,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await newest.FindAsync(cancellationToken) is not { } edition)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "Kalenderen er ikke klar endnu", "Serveren er lige startet. Prøv igen om et øjeblik.", "NotReady");
        }

        if (edition.Schema.FindType(request.Type) is not { } type || !EventTypes.MakesOccurrences(type.Alias))
        {
            return TypedResults.Ok(new CollisionResponse(0, []));
        }

        var now = time.GetUtcNow();
        var planned = drafts.Of(edition, DraftOf(request, type)).Where(one => one.Occurrence.EndsAt > now).ToList();
        if (planned.Count == 0)
        {
            return TypedResults.Ok(new CollisionResponse(0, []));
        }

        // What others have is told to whom it may be told, as in the calendar.
        var reach = await reaches.OfAsync(NodeKind.Document, user, null, cancellationToken);
        var source = await sources.ReadAsync(edition, reach, HiddenFields.Of(edition.Schema, user.Rights()), cancellationToken);
        var places = planned.Select(one => one.Occurrence.PlaceKey).ToHashSet();
        var others = source.Published.Between(planned.Min(one => one.Occurrence.StartsAt), planned.Max(one => one.Occurrence.EndsAt))
            .Select(date => new PlannedOccurrence(date, PlanState.Published))
            .Concat(source.Drafts)
            .Where(one => one.Occurrence.Document.Key != request.Id && places.Contains(one.Occurrence.PlaceKey));
        var collisions = Collisions.Of(planned.Concat(others));
        var found = planned
            .SelectMany(one => collisions[one])
            .Where(collision => collision.Other.Occurrence.Document.Key != request.Id)
            .DistinctBy(collision => collision.Other.Occurrence.Id)
            .OrderBy(collision => collision.Other.Occurrence.StartsAt)
            .ToList();
        return TypedResults.Ok(new CollisionResponse(found.Count, [.. found.Take(Most).Select(collision => ItemOf(edition, collision))]));
    }

    private static PublishedDocument DraftOf(CollisionRequest request, ContentType type) => new()
    {
        Key = request.Id,
        ContentType = type,
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
