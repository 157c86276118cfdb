using Microsoft.AspNetCore.SignalR;

namespace Hedensted.Cms.Management.ServerEvents;

/// <summary>Where open backoffices listen. They are only told, and ask for nothing here.</summary>
internal sealed class ServerEventHub(ServerEventListeners listeners) : Hub
{
    /// <summary>The address that the backoffice knows.</summary>
    public const string Path = "/umbraco/serverEventHub";

    /// <inheritdoc/>
    public override Task OnConnectedAsync() => listeners.AddAsync(Context);

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Remove(Context);
        return Task.CompletedTask;
    }
}
