using System.Security.Claims;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Events;

/// <summary>What a date has from its series where «Ret denne dato» says nothing: by alias a short Danish text.</summary>
internal static class InheritedFields
{
    /// <summary>Maps <c>/inherited/{id}</c>.</summary>
    public static void MapInheritedFields(this IEndpointRouteBuilder own) =>
        own.MapGet("/inherited/{id:guid}", ReadAsync).WithTags("Hedensted").RequireAuthorization(Policies.Content).RequireVerb(Verbs.Read);

    private static async Task<Results<Ok<Dictionary<string, string>>, Problem>> ReadAsync(
        Guid id, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, ChangesOfSeries changesOf, NewestEdition newest, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(NodeKind.Document, id, cancellationToken) is not { ParentKey: { } parent } node
            || await reaches.WithinAsync(NodeKind.Document, user, [node], cancellationToken) is not [_]
            || await newest.FindAsync(cancellationToken) is not { } edition
            || edition.Schema.FindType(node.ContentTypeKey) is not { Alias: EventTypes.Override } type
            || await tree.FindAsync(NodeKind.Document, parent, cancellationToken) is not { } series
            || edition.Schema.FindType(series.ContentTypeKey) is not { } seriesType)
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        // What a change from an earlier date on says comes before what the series says.
        var original = DateChange.Of(node.Draft)?.Original;
        var earlier = (await changesOf.OfAsync(edition.Schema, parent, user, cancellationToken))
            .Where(change => change.Change.Onwards && change.Source.Key != id && change.Change.Original <= original)
            .OrderByDescending(change => change.Change.Original)
            .Select(change => change.Source);
        ContentNode[] layers = [.. earlier, series];
        var hidden = HiddenFields.Of(edition.Schema, user.Rights()).ByType;
        var names = await NamesAsync(tree, layers, cancellationToken);
        var texts = new Dictionary<string, string>();
        foreach (var property in edition.Schema.PropertiesOf(type))
        {
            if (layers.Select(layer => IsHidden(layer, property.Alias) ? null : layer.Draft.ValueOf(property.Alias)).FirstOrDefault(value => value is not null) is { } value
                && ValueText.Of(value, names, count => count == 1 ? "1 er skrevet i serien" : $"{count} er skrevet i serien") is { Length: > 0 } text)
            {
                texts[property.Alias] = text;
            }
        }

        AddTimes(texts, series, seriesType, original, SeriesContext.Of(edition, time.GetUtcNow()));
        return TypedResults.Ok(texts);

        bool IsHidden(ContentNode layer, string alias) => hidden.TryGetValue(layer.ContentTypeKey, out var aliases) && aliases.Contains(alias);
    }

    private static void AddTimes(Dictionary<string, string> texts, ContentNode series, ContentType type, NodaTime.LocalDateTime? original, SeriesContext context)
    {
        if (type.Alias != EventTypes.Series || SeriesDates.Of(alias => series.Draft.ValueOf(alias), context).FirstOrDefault(date => date.StartsAt.Date == original?.Date) is not { } date)
        {
            return;
        }

        texts.TryAdd("startsAt", DanishDates.Moment(date.StartsAt));
        if (date.EndsAt is { } end)
        {
            texts.TryAdd("endsAt", DanishDates.Moment(end));
        }
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(ContentTree tree, IEnumerable<ContentNode> layers, CancellationToken cancellationToken)
    {
        Guid[] keys = [.. layers.SelectMany(layer => layer.Draft.Values).SelectMany(value => PropertyReading.AsKeys(value.Value)).Distinct()];
        var found = new Dictionary<Guid, string>();
        foreach (var kind in new[] { NodeKind.Document, NodeKind.Media })
        {
            foreach (var node in await tree.SummariesAsync(kind, keys, cancellationToken))
            {
                found[node.Key] = node.NameIn(null);
            }
        }

        return found;
    }
}
