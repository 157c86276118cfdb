using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Sources;

/// <summary>Which documents come from which system.</summary>
public sealed class SourceLinks
{
    private readonly ContentDatabase _database;

    internal SourceLinks(ContentDatabase database) => _database = database;

    /// <summary>All from one system, those that editors have taken over among them.</summary>
    public Task<IReadOnlyList<SourceLink>> OfAsync(string system, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<SourceLink>>(
        async context => (await context.Set<SourceLinkRow>().AsNoTracking().Where(link => link.System == system).ToListAsync(cancellationToken)).ConvertAll(SourceJson.Read),
        cancellationToken);

    /// <summary>Where a document comes from; null when it is our own from the start.</summary>
    public Task<SourceLink?> FindAsync(Guid documentKey, CancellationToken cancellationToken) => _database.ReadAsync(
        async context => await context.Set<SourceLinkRow>().AsNoTracking().SingleOrDefaultAsync(link => link.NodeKey == documentKey, cancellationToken) is { } row ? SourceJson.Read(row) : null,
        cancellationToken);

    /// <summary>Forgets a link whose document was deleted for good, so that the source may bring it as new.</summary>
    /// <returns>Whether there was one; the link of a document that is there, in the recycle bin too, stays.</returns>
    public Task<bool> ForgetDeletedAsync(string system, string id, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context => await context.Set<SourceLinkRow>()
            .Where(link => link.System == system && link.Id == id && !context.Nodes.Any(node => node.Key == link.NodeKey))
            .ExecuteDeleteAsync(cancellationToken) > 0,
        cancellationToken);
}
