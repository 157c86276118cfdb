namespace Hedensted.Content.Published;

/// <summary>Makes something that readers ask for often out of each edition, swapped together with it.</summary>
public interface IEditionProjection
{
    /// <summary>The type of what it makes, the key to <see cref="Edition.Projection{T}"/>.</summary>
    Type ResultType { get; }

    /// <summary>Makes it for the next edition, in proportion to what changed.</summary>
    /// <param name="change">What is new.</param>
    /// <param name="previous">What it made for the edition before; null the first time.</param>
    object Project(EditionChange change, object? previous);
}

/// <summary>The step from one edition to the next.</summary>
/// <param name="Next">The edition being made; its documents are in place, its projections only as far as they come earlier in registration order.</param>
/// <param name="Previous">The one before; null the first time.</param>
/// <param name="Documents">Documents that are new, gone, moved or changed (and those whose path or visibility changed because of one above).</param>
/// <param name="Media">Media that are new, gone or changed.</param>
/// <param name="SchemaChanged">Whether types or languages changed: make everything anew.</param>
/// <param name="DictionaryChanged">Whether texts of the dictionary changed.</param>
public sealed record EditionChange(
    Edition Next, Edition? Previous, IReadOnlySet<Guid> Documents, IReadOnlySet<Guid> Media, bool SchemaChanged, bool DictionaryChanged = false);
