using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Tag;

/// <summary>Suggestions while an editor writes tags.</summary>
internal static class TagEndpoints
{
    /// <summary>Maps <c>/tag</c>.</summary>
    public static void MapTags(this IEndpointRouteBuilder management) =>
        management.MapGet("/tag", Search).WithTags("Tag").RequireAuthorization(Policies.Trees);

    private static PagedModel<TagModel> Search(string? query, string? tagGroup, string? culture, [AsParameters] Paging paging, UsedTags tags)
    {
        var text = (query ?? "").Trim().ToUpperInvariant();
        var found = tags.Current()
            .Where(tag => tag.Folded.StartsWith(text, StringComparison.Ordinal)
                && (string.IsNullOrEmpty(tagGroup) || tag.Group == tagGroup)
                && (string.IsNullOrEmpty(culture) || tag.Culture is null || string.Equals(tag.Culture, culture, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        return new(found.Length, [.. found.Skip(paging.Offset).Take(paging.Limit)
            .Select(tag => new TagModel(NamedKey.Of("tag:" + tag.Group, tag.Text), tag.Text, tag.Group, tag.Count))]);
    }

    private sealed record TagModel(Guid Id, string Text, string Group, int NodeCount);
}
