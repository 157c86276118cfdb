using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What somebody has under way.</summary>
/// <param name="Total">How many drafts there are in all.</param>
/// <param name="Drafts">Saved and not published, newest first.</param>
/// <param name="Latest">What was saved last, published or not, newest first.</param>
internal sealed record DraftsResponse(int Total, IReadOnlyList<DraftItem> Drafts, IReadOnlyList<LatestItem> Latest);

/// <summary>A draft.</summary>
/// <param name="Id">What to open.</param>
/// <param name="Name">Its name, in the site's own language.</param>
/// <param name="Type">What kind of document it is.</param>
/// <param name="Icon">Of that type.</param>
/// <param name="Saved">When.</param>
/// <param name="IsNew">Whether readers see none of it; else they see it as it was.</param>
/// <param name="PublishesAt">When it is published by itself; null when it is not planned.</param>
/// <param name="Missing">What keeps it from being published, field by field, the first few.</param>
/// <param name="MissingCount">How many fields.</param>
/// <param name="Obstacle">What else keeps readers from it, in Danish; null when nothing does.</param>
internal sealed record DraftItem(
    Guid Id, string Name, string Type, string Icon, DateTimeOffset Saved, bool IsNew, DateTimeOffset? PublishesAt, IReadOnlyList<DraftMissing> Missing, int MissingCount, string? Obstacle);

/// <summary>A field to mend.</summary>
internal sealed record DraftMissing(string Field, string Message);

/// <summary>A document to go on with.</summary>
internal sealed record LatestItem(Guid Id, string Name, string Type, string Icon, DateTimeOffset Saved, bool IsPublished, bool HasDraft);

/// <summary>«Mine kladder» and «Sidst redigeret».</summary>
internal static class DraftEndpoints
{
    private const int MostDrafts = 50;
    private const int MostLatest = 10;
    private const int MissingShown = 3;

    /// <summary>Maps <c>/drafts</c>.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder overview) => overview.MapGet("/drafts", DraftsAsync);

    private static async Task<Ok<DraftsResponse>> DraftsAsync(
        ClaimsPrincipal user,
        WorkUnderWay work,
        NodeReaches reaches,
        SchemaSource schemas,
        ContentValidator validator,
        NewestEdition newest,
        CancellationToken cancellationToken)
    {
        var mine = await work.PendingOfAsync(user.UserKey(), MostDrafts, cancellationToken);
        var drafts = await reaches.WithinAsync(NodeKind.Document, user, mine.Items, cancellationToken);
        var latest = await reaches.WithinAsync(NodeKind.Document, user, await work.LatestOfAsync(user.UserKey(), MostLatest, cancellationToken), cancellationToken);
        var schema = await schemas.CurrentAsync(cancellationToken);
        var edition = await newest.FindAsync(cancellationToken);
        var hidden = HiddenFields.Of(schema, user.Rights());
        return TypedResults.Ok(new DraftsResponse(
            mine.Total - (mine.Items.Count - drafts.Count),
            [.. drafts.Select(node => ItemOf(schema, validator, edition, node, hidden))],
            [.. latest.Select(node => LatestOf(schema, node))]));
    }

    private static DraftItem ItemOf(ContentSchema schema, ContentValidator validator, Edition? edition, ContentNode node, HiddenFields hidden)
    {
        var type = schema.FindType(node.ContentTypeKey);
        var errors = type is null ? [] : validator.Validate(schema, type, node.Draft, []);
        return new DraftItem(
            node.Key,
            node.NameIn(schema.DefaultLanguage?.IsoCode),
            type?.Name ?? "",
            type?.Icon ?? "",
            node.UpdateDate,
            !node.IsPublished,
            node.Variants.Select(variant => variant.ScheduledPublishDate).Min(),
            [.. hidden.Told(node.ContentTypeKey, errors.Take(MissingShown)).Select(error => MissingOf(schema, type!, error))],
            errors.Length,
            ObstacleOf(edition, node));
    }

    private static DraftMissing MissingOf(ContentSchema schema, ContentType type, ValidationError error) => error.Alias switch
    {
        null => new DraftMissing("Navn", error.Message),
        var alias when schema.FindProperty(type, alias) is { } property => new DraftMissing(property.Name, error.Message),
        var alias => new DraftMissing(alias, error.Message),
    };

    private static string? ObstacleOf(Edition? edition, ContentNode node) =>
        edition is not null && node.ParentKey is { } parent && edition.Find(parent) is null ? "Siden ovenover er ikke udgivet. Udgiv den først." : null;

    private static LatestItem LatestOf(ContentSchema schema, NodeSummary node)
    {
        var type = schema.FindType(node.ContentTypeKey);
        return new LatestItem(
            node.Key,
            node.NameIn(schema.DefaultLanguage?.IsoCode),
            type?.Name ?? "",
            type?.Icon ?? "",
            node.UpdateDate,
            node.IsPublished,
            node.Variants.Any(variant => variant.State != VariantState.Published));
    }
}
