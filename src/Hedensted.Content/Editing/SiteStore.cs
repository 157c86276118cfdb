using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>A whole site out of the database and into it.</summary>
public sealed class SiteStore
{
    /// <summary>Whether nothing has been imported or made yet.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Everything, as of one moment.</summary>
    public Task<SiteState> ReadAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Applies an import in one transaction or not at all.</summary>
    /// <returns>The position at which readers see it.</returns>
    /// <exception cref="InvalidOperationException">The changes do not fit together (a node of an unknown type, say); nothing was written.</exception>
    public Task<ChangePosition> ApplyAsync(SiteChanges changes, Guid? userKey, CancellationToken cancellationToken) => throw new NotImplementedException();
}
