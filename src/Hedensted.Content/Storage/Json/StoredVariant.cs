using Hedensted.Content.Model;

namespace Hedensted.Content.Storage.Json;

/// <summary>A variant of a node as its row keeps it.</summary>
internal sealed record StoredVariant
{
    /// <summary>ISO code, or null for an invariant node.</summary>
    public string? Culture { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required DateTimeOffset UpdateDate { get; init; }

    /// <summary>When it was last published; null when it is not.</summary>
    public DateTimeOffset? PublishDate { get; init; }

    /// <summary>Whether the draft differs from what readers see.</summary>
    public bool Edited { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? UnpublishAt { get; init; }

    public NodeVariant ToModel(bool trashed)
    {
        var state = trashed ? VariantState.Trashed
            : PublishDate is null ? VariantState.Draft
            : Edited ? VariantState.PublishedPendingChanges
            : VariantState.Published;
        return new(Culture, Name, state, CreateDate, UpdateDate, PublishDate, PublishAt, UnpublishAt);
    }
}
