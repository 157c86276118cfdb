using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Screens;

/// <summary>When each screen was last connected to this server, for those who watch: one that has lost its network shows what it has, and nobody in the house may notice.</summary>
/// <remarks>A screen that has never been here is not told, for it may be at another server; nor is one that is published no more.</remarks>
internal sealed class ScreensSeen : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly ScreensShowing _screens;
    private readonly EditionSource _editions;
    private readonly TimeProvider _time;
    private readonly Meter _own;

    public ScreensSeen(ScreensShowing screens, EditionSource editions, TimeProvider time)
    {
        (_screens, _editions, _time) = (screens, editions, time);
        _own = new Meter(Operations.Metrics.SiteFigures.Name);
        _own.CreateObservableGauge("hedensted.screen.silence", Silence, "s", "Since a screen was last connected to this server, by its address.");
    }

    /// <summary>A screen is connected at this moment.</summary>
    /// <param name="slug">A screen that there is.</param>
    public void Note(string slug) => _seen[slug] = _time.GetTimestamp();

    /// <inheritdoc/>
    public void Dispose() => _own.Dispose();

    private IEnumerable<Measurement<double>> Silence()
    {
        if (!_editions.IsReady)
        {
            yield break;
        }

        foreach (var slug in _screens.Slugs())
        {
            if (_seen.TryGetValue(slug, out var seen))
            {
                yield return new(_time.GetElapsedTime(seen).TotalSeconds, new KeyValuePair<string, object?>("screen", slug));
            }
        }
    }
}
