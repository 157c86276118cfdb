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
    private readonly ConcurrentDictionary<Arrival, bool> _arrivals = new();

    /// <summary>Whether somebody listens, or is about to.</summary>
    public bool Any => !_listeners.IsEmpty || !_arrivals.IsEmpty;

    /// <summary>
    /// Somebody is opening the backoffice. A client believes that it is told everything from its handshake on, which SignalR answers before it asks
    /// whether to admit: until the arrival is over, news waits.
    /// </summary>
    public Arrival Expect()
    {
        var arrival = new Arrival(this);
        _arrivals[arrival] = true;
        return arrival;
    }

    /// <summary>Somebody has opened the backoffice.</summary>
    public async Task AddAsync(HubCallerContext connection)
    {
        var user = connection.User ?? throw new HubException("Nobody is signed in.");
        var listener = new Listener(connection, user.SessionId(), user.UserKey());
        _listeners[connection.ConnectionId] = listener;
        await AdmitAsync(listener, user, connection.ConnectionAborted);
        connection.GetHttpContext()?.Features.Get<Arrival>()?.Dispose();
    }

    /// <summary>Somebody has closed it.</summary>
    public void Remove(HubCallerContext connection) => _listeners.TryRemove(connection.ConnectionId, out _);

    /// <summary>Tells those who may know.</summary>
    public async Task TellAsync(IReadOnlyList<SavedThing> things, CancellationToken cancellationToken)
    {
        if (things.Count == 0 || !Any)
        {
            return;
        }

        await WaitAsync(Task.WhenAll(_arrivals.Keys.Select(arrival => arrival.Over)), cancellationToken);
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
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await WaitAsync(clients.SendAsync(Method, told, sending.Token), cancellationToken);
        await sending.CancelAsync();
    }

    private static async Task WaitAsync(Task task, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(task, Task.Delay(Patience, TimeProvider.System, waiting.Token));
        await waiting.CancelAsync();
    }

    private static string Own(Guid user) => $"user:{user}";

    /// <summary>A connection from its request to its admission; disposed when that, or the request, is over.</summary>
    public sealed class Arrival(ServerEventListeners listeners) : IDisposable
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when it is over.</summary>
        public Task Over => _over.Task;

        /// <inheritdoc/>
        public void Dispose()
        {
            listeners._arrivals.TryRemove(this, out _);
            _over.TrySetResult();
        }
    }

    private sealed record Listener(HubCallerContext Connection, Guid Session, Guid User);
}
