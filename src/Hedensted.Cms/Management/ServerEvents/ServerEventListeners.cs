using System.Collections.Concurrent;
using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Changes;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Hedensted.Cms.Management.ServerEvents;

/// <summary>The open connections of this server: who listens, to what they may, and only as long as their session lives.</summary>
internal sealed class ServerEventListeners(
    IHubContext<ServerEventHub> hub, IAuthorizationService authorization, SignedInUsers users, SessionStore sessions, TimeProvider time)
{
    private const string Method = "notify";

    // A browser that does not take what it is sent must not hold back the others; SignalR closes it in the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);

    /// <summary>Whether somebody listens.</summary>
    public bool Any => !_listeners.IsEmpty;

    /// <summary>Somebody has opened the backoffice.</summary>
    public async Task AddAsync(HubCallerContext connection)
    {
        var user = connection.User ?? throw new HubException("Nobody is signed in.");
        var listener = new Listener(connection, user.SessionId(), user.UserKey());
        _listeners[connection.ConnectionId] = listener;
        await AdmitAsync(listener, user, connection.ConnectionAborted);
    }

    /// <summary>Somebody has closed it.</summary>
    public void Remove(HubCallerContext connection) => _listeners.TryRemove(connection.ConnectionId, out _);

    /// <summary>Tells those who may know.</summary>
    public async Task TellAsync(IReadOnlyList<SavedThing> things, CancellationToken cancellationToken)
    {
        if (!Any)
        {
            return;
        }

        foreach (var thing in things)
        {
            if (thing.Kind == SavedKind.Everything)
            {
                // A backoffice that is not connected keeps nothing, which is what it needs to know.
                Close(_ => true);
                return;
            }

            if (thing.Kind is SavedKind.User or SavedKind.UserGroup)
            {
                await LookAgainAsync(thing, cancellationToken);
            }

            await SendAsync(hub.Clients.Group(thing.Kind.ToString()), ServerEvent.Of(thing), cancellationToken);
            if (thing.Kind == SavedKind.User)
            {
                await SendAsync(hub.Clients.Group(Own(thing.Key)), ServerEvent.Of(thing) with { EventSource = "Umbraco:CMS:CurrentUser" }, cancellationToken);
            }
        }
    }

    /// <summary>Closes the connections of sessions that have ended.</summary>
    public async Task CloseEndedAsync(CancellationToken cancellationToken)
    {
        if (Any)
        {
            var live = await sessions.LiveAsync([.. _listeners.Values.Select(listener => listener.Session).Distinct()], time.GetUtcNow(), cancellationToken);
            Close(listener => !live.Contains(listener.Session));
        }
    }

    private void Close(Func<Listener, bool> which)
    {
        foreach (var listener in _listeners.Values.Where(which))
        {
            listener.Connection.Abort();
        }
    }

    // Their rights may be others now.
    private async Task LookAgainAsync(SavedThing thing, CancellationToken cancellationToken)
    {
        foreach (var listener in _listeners.Values.Where(listener => thing.Kind == SavedKind.UserGroup || listener.User == thing.Key))
        {
            if (await users.FindBySessionAsync(listener.Session, cancellationToken) is { } user)
            {
                await AdmitAsync(listener, user, cancellationToken);
            }
            else
            {
                listener.Connection.Abort();
            }
        }
    }

    private async Task AdmitAsync(Listener listener, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = listener.Connection.ConnectionId;
        foreach (var (kind, policy) in ServerEvent.Audience)
        {
            if ((await authorization.AuthorizeAsync(user, policy)).Succeeded)
            {
                await hub.Groups.AddToGroupAsync(id, kind.ToString(), cancellationToken);
            }
            else
            {
                await hub.Groups.RemoveFromGroupAsync(id, kind.ToString(), cancellationToken);
            }
        }

        await hub.Groups.AddToGroupAsync(id, Own(listener.User), cancellationToken);
    }

    private static async Task SendAsync(IClientProxy clients, ServerEvent told, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = clients.SendAsync(Method, told, waiting.Token);
        await Task.WhenAny(sending, Task.Delay(Patience, TimeProvider.System, waiting.Token));
        await waiting.CancelAsync();
    }

    private static string Own(Guid user) => $"user:{user}";

    private sealed record Listener(HubCallerContext Connection, Guid Session, Guid User);
}
