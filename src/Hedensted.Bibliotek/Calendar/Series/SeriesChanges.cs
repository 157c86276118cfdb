using System.Collections.Immutable;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>The changes of a series, and which of them hold for each of its dates.</summary>
/// <typeparam name="T">Where a change is written.</typeparam>
public sealed class SeriesChanges<T>
    where T : class
{
    private readonly Dictionary<LocalDateTime, Layer> _single = [];
    private readonly ImmutableArray<Layer> _onwards;
    private readonly ImmutableArray<Layer> _without;

    /// <summary>The changes of a series with these dates.</summary>
    /// <remarks>Of two that change the same date alone, the first counts. When the series has a new time of day, its changes still meet their day.</remarks>
    public SeriesChanges(IEnumerable<(DateChange Change, T Source)> changes, IEnumerable<SeriesDate> dates)
    {
        var starts = dates.Select(date => date.StartsAt).ToHashSet();
        var byDay = starts.ToLookup(start => start.Date);
        var (onwards, without) = (new List<Layer>(), new List<Layer>());
        foreach (var layer in changes.Select(change => new Layer(change.Change, change.Source)))
        {
            if (layer.Change.Onwards)
            {
                onwards.Add(layer);
            }
            else if (Meant(layer.Change.Original) is not { } start || !_single.TryAdd(start, layer))
            {
                without.Add(layer);
            }
        }

        _onwards = [.. onwards.OrderByDescending(layer => layer.Change.Original)];
        _without = [.. without];

        LocalDateTime? Meant(LocalDateTime original) =>
            starts.Contains(original) ? original : byDay[original.Date].ToArray() is [var only] ? only : null;
    }

    /// <summary>Those that change no date: the series does not have it, or another one has changed it.</summary>
    public IEnumerable<T> WithoutDate => _without.Select(layer => layer.Source);

    /// <summary>What holds for a date, the nearest first: its own change, then what was changed from it or an earlier date on.</summary>
    public ImmutableArray<Layer> For(SeriesDate date)
    {
        var layers = _onwards.Where(layer => layer.Change.Original.Date <= date.StartsAt.Date).ToImmutableArray();
        return _single.TryGetValue(date.StartsAt, out var own) ? layers.Insert(0, own) : layers;
    }

    /// <summary>A change and where it is written.</summary>
    public sealed record Layer(DateChange Change, T Source);
}
