using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hedensted.Cms.Site;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Screens;

/// <summary>Tells a screen of every change that it would see, and every 15 seconds that the server is there.</summary>
/// <remarks>Server-sent events (WHATWG HTML §9.2): <c>programme</c> with a <see cref="ScreenProgramme"/>, <c>ping</c> with the time.</remarks>
internal sealed class ScreenLive(IServiceScopeFactory scopes, EditionSource editions, ScreensSeen seen, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>How often a silent connection says that it is alive; the screen gives up after three.</summary>
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    /// <summary>How a programme is written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The programme now; null when there is no such screen.</summary>
    public ScreenProgramme? Programme(string slug)
    {
        using var scope = scopes.CreateScope();
        return new ScreenProgrammes(scope.ServiceProvider.GetRequiredService<SiteReader>(), time).Make(slug);
    }

    /// <summary>The events of one connection, until the screen or the server goes.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(string slug, [EnumeratorCancellation] CancellationToken screenGone)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(screenGone, host.ApplicationStopping);
        var gone = leaving.Token;
        ScreenProgramme? shown = null;
        while (!gone.IsCancellationRequested)
        {
            var position = editions.Current.Position;
            var programme = Programme(slug);
            if (programme is null)
            {
                // The screen was unpublished: it keeps what it shows, and comes back by itself.
                yield return Ping();
            }
            else
            {
                // The slug is a screen's, and so bounded.
                seen.Note(slug);
                var isNew = !programme.Shows(shown);
                shown = programme;
                yield return isNew ? new SseItem<string>(JsonSerializer.Serialize(programme, Json), "programme") : Ping();
            }

            using var patience = new CancellationTokenSource(PingInterval, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, gone);
            try
            {
                await editions.WaitForNextAsync(position, either.Token);
            }
            catch (OperationCanceledException) when (!gone.IsCancellationRequested)
            {
                // Nothing was published; the clock may still have changed what is next.
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    private SseItem<string> Ping() => new(time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture), "ping");
}
