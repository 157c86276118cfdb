using System.Collections.Immutable;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;

namespace Hedensted.Cms.Management.Document;

/// <summary>A new document, and the cultures to publish at once where that is asked for.</summary>
internal sealed record CreateDocumentRequest(
    Guid? Id,
    Reference? Parent,
    Reference? DocumentType,
    IReadOnlyList<ValueRequest>? Values,
    IReadOnlyList<VariantRequest>? Variants,
    IReadOnlyList<string>? CulturesToPublish)
{
    /// <summary>The node to create.</summary>
    public NewNode ToNode() => new(
        Id ?? Guid.CreateVersion7(), Content.Model.NodeKind.Document, DocumentType?.Id ?? Guid.Empty, Parent?.Id, Body);

    /// <summary>Names and values.</summary>
    public NodeBody Body => new(Values, Variants);

    /// <summary>The languages that something is written in.</summary>
    public IEnumerable<string?> WrittenCultures =>
        (Variants ?? []).Select(variant => variant.Culture).Concat((Values ?? []).Where(value => value.IsSet).Select(value => value.Culture)).Distinct();
}

/// <summary>New names and values, the cultures to publish (update-and-publish) or to check (validate).</summary>
internal sealed record UpdateDocumentRequest(
    IReadOnlyList<ValueRequest>? Values,
    IReadOnlyList<VariantRequest>? Variants,
    IReadOnlyList<string>? CulturesToPublish,
    IReadOnlyList<string>? Cultures)
{
    /// <summary>Names and values.</summary>
    public NodeBody Body => new(Values, Variants);
}

/// <summary>What to publish, now or later.</summary>
internal sealed record PublishDocumentRequest(IReadOnlyList<PublishDocumentRequest.CultureSchedule>? PublishSchedules)
{
    /// <summary>A culture and when; no schedule is now.</summary>
    internal sealed record CultureSchedule(string? Culture, Times? Schedule);

    /// <summary>When; both null takes a schedule away.</summary>
    internal sealed record Times(DateTimeOffset? PublishTime, DateTimeOffset? UnpublishTime);
}

/// <summary>A branch to publish.</summary>
internal sealed record PublishBranchRequest(bool IncludeUnpublishedDescendants, IReadOnlyList<string>? Cultures);

/// <summary>A branch's publishing as the backoffice polls it; ours is done when it answers.</summary>
internal sealed record PublishBranchResponse(Guid TaskId, bool IsComplete);

/// <summary>What to take down; no cultures is all of it.</summary>
internal sealed record UnpublishDocumentRequest(IReadOnlyList<string>? Cultures);

/// <summary>Where to copy to.</summary>
internal sealed record CopyDocumentRequest(Reference? Target, bool RelateToOriginal, bool IncludeDescendants);

/// <summary>Cultures in requests.</summary>
internal static class RequestedCultures
{
    // The backoffice's word for "this document has no cultures" in one of its requests.
    private const string Invariant = "invariant";

    /// <summary>ISO codes; empty for an invariant document.</summary>
    public static ImmutableArray<string> Cultures(this IEnumerable<string?>? cultures) =>
        [.. (cultures ?? []).OfType<string>().Where(culture => culture.Length > 0 && culture != Invariant).Distinct(StringComparer.OrdinalIgnoreCase)];
}
