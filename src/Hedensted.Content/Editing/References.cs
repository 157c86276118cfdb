using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>Which nodes point at which: pickers, links and pictures, in blocks and rich text too.</summary>
public sealed class References
{
    /// <summary>Documents and media whose saved state points at this node.</summary>
    public Task<Page<NodeSummary>> ReferencedByAsync(Guid key, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Nodes below this one that something points at.</summary>
    public Task<Page<Guid>> ReferencedDescendantsAsync(Guid key, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Those of these that something points at.</summary>
    public Task<Page<Guid>> AreReferencedAsync(IReadOnlyCollection<Guid> keys, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();
}
