using Hedensted.Cms.Management.Nodes;
using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Servers;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Management.Overview;

/// <summary>How far a publishing has come.</summary>
/// <param name="Edition">This server's edition with it; null when it has not come so far.</param>
/// <param name="Servers">How many servers readers are sent to.</param>
/// <param name="Behind">The names of those that do not show it yet.</param>
internal sealed record Reach(Edition? Edition, int Servers, IReadOnlyList<string> Behind);

/// <summary>Follows a publishing out to every server that readers are sent to.</summary>
internal sealed class ReadersReach(ServerRegister register, ServerIdentity self, NewestEdition newest, TimeProvider time)
{
    // Servers tell of themselves within a few milliseconds of their edition.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when every server shows it, or this is as far as it came in time.</summary>
    public async Task<Reach> WaitAsync(ChangePosition position, TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var edition = await newest.ReachedAsync(position, patience, cancellationToken);
        if (edition?.Position.Includes(position) != true)
        {
            edition = null;
        }

        while (true)
        {
            var servers = await ServersAsync(cancellationToken);
            var behind = servers.Where(server => server.Key == self.Key ? edition is null : !server.Position.Includes(position)).Select(server => server.Name).ToList();
            if ((behind.Count == 0 && servers.Count > 0) || time.GetElapsedTime(began) > patience)
            {
                return new Reach(edition, servers.Count, behind);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    // Without the database the others are unknown; what is known is told.
    private async Task<IReadOnlyList<SiteServer>> ServersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await register.ListAsync(cancellationToken)).Where(server => server.Role.Delivers() && !server.IsSilent)];
        }
        catch (StorageUnavailableException)
        {
            return [];
        }
    }
}
