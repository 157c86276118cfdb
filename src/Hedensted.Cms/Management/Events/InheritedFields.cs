using System.Net;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
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
internal static partial class InheritedFields
{
    private const int Longest = 120;

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
                && TextOf(value, names) is { Length: > 0 } text)
            {
                texts[property.Alias] = text.Length > Longest ? text[..Longest].TrimEnd() + " …" : text;
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

    private static string? TextOf(JsonElement value, Dictionary<Guid, string> names)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean() ? "Ja" : "Nej";
        }

        if (PropertyReading.AsKeys(value) is { IsEmpty: false } keys && keys.All(names.ContainsKey))
        {
            return string.Join(", ", keys.Select(key => names[key]));
        }

        if (WallTime.Read(value) is { } moment)
        {
            return DanishDates.Moment(moment);
        }

        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("contentData", out var blocks) && blocks.ValueKind == JsonValueKind.Array
            ? blocks.GetArrayLength() is var count and > 0 ? count == 1 ? "1 er skrevet i serien" : $"{count} er skrevet i serien" : null
            : WithoutTags(string.Join(", ", PropertyReading.AsTexts(value)));
    }

    private static string WithoutTags(string text) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(text, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
