using System.Collections.Concurrent;

namespace Hedensted.Testing;

/// <summary>Editors who publish one event after the other until they are stopped.</summary>
public sealed class BusyEditors : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _promised = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _published = new(0);
    private Task _working = Task.CompletedTask;

    private BusyEditors()
    {
    }

    /// <summary>The titles whose publishing was answered so far.</summary>
    public string[] Promised => [.. _promised];

    /// <summary>Lets so many begin, signed in as the administrator.</summary>
    public static async Task<BusyEditors> StartAsync(Uri address, int count)
    {
        var editors = new BusyEditors();
        var sessions = new List<BackofficeSession>();
        for (var number = 0; number < count; number++)
        {
            sessions.Add(await BackofficeSession.SignInAsync(address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword));
        }

        editors._working = Task.WhenAll(sessions.Select(session => Task.Run(() => editors.WorkAsync(session))));
        return editors;
    }

    /// <summary>Waits until at least so many are published altogether.</summary>
    /// <exception cref="InvalidOperationException">One could not be published.</exception>
    public async Task PublishedAsync(int count)
    {
        while (_promised.Count < count)
        {
            await Task.WhenAny(_published.WaitAsync(), _working);
            if (_working.IsFaulted)
            {
                await _working;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _working;
        _stopping.Dispose();
        _published.Dispose();
    }

    private async Task WorkAsync(BackofficeSession session)
    {
        using (session)
        {
            while (!_stopping.IsCancellationRequested)
            {
                var title = $"Prøve {Guid.NewGuid():N}";
                await session.PublishEventWithoutWaitingAsync(title, DanishTime.Today.AddDays(7).AddHours(10));
                _promised.Enqueue(title);
                _published.Release();
            }
        }
    }
}
