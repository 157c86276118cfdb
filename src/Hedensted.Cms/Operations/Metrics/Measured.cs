using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>All that one instrument has measured, by its tags.</summary>
internal sealed class Measured(Instrument instrument)
{
    private static readonly double[] Seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);

    // Every request measures: what it measured before is found by its tags, without writing them out.
    private readonly ConcurrentDictionary<int, Known> _known = new();
    private readonly double[] _bounds = BoundsOf(instrument);

    /// <summary>How many series there are.</summary>
    public int Count => _series.Count;

    private bool IsHistogram => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    private bool IsCounter { get; } = GrowsOnly(instrument);

    /// <summary>The name as Prometheus writes it: the unit, and what a counter ends in, behind the instrument's own.</summary>
    public string Name { get; } = NameOf(instrument);

    /// <summary>Takes a measurement.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="mayBegin">Asked before a set of tags that is new gets a series; false, and the measurement is dropped.</param>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, Func<Measured, bool> mayBegin)
    {
        switch (Find(tags) ?? Begin(tags, mayBegin))
        {
            case HistogramSeries histogram:
                histogram.Record(value);
                break;
            case NumberSeries number when instrument.IsObservable:
                number.Set(value);
                break;
            case NumberSeries number:
                number.Add(value);
                break;
        }
    }

    /// <summary>Forgets what is observed anew each time, so that what is no more is not told for ever.</summary>
    public void BeginObserving()
    {
        if (instrument.IsObservable)
        {
            _series.Clear();
            _known.Clear();
        }
    }

    /// <summary>Writes all of it.</summary>
    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
        {
            return;
        }

        text.Append("# HELP ").Append(Name).Append(' ').Append((instrument.Description ?? instrument.Name).Replace('\n', ' ')).Append('\n');
        text.Append("# TYPE ").Append(Name).Append(IsHistogram ? " histogram\n" : IsCounter ? " counter\n" : " gauge\n");
        foreach (var (_, series) in _series.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            series.Write(text, Name);
        }
    }

    private Series? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        for (var known = _known.GetValueOrDefault(HashOf(tags)); known is not null; known = known.Next)
        {
            if (AreSame(tags, known.Tags))
            {
                return known.Series;
            }
        }

        return null;
    }

    private Series? Begin(ReadOnlySpan<KeyValuePair<string, object?>> tags, Func<Measured, bool> mayBegin)
    {
        var labels = LabelsOf(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (!mayBegin(this))
            {
                return null;
            }

            series = _series.GetOrAdd(labels, IsHistogram ? new HistogramSeries(labels, _bounds) : new NumberSeries(labels));
        }

        // As many as there may be series: a tag whose value is never equal to another would fill memory here.
        if (_known.Count >= MetricsCollection.MostOfOne)
        {
            return series;
        }

        var copy = tags.ToArray();
        _known.AddOrUpdate(HashOf(tags), _ => new Known(copy, series, null), (_, others) => new Known(copy, series, others));
        return series;
    }

    private static bool AreSame(ReadOnlySpan<KeyValuePair<string, object?>> some, ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (some.Length != others.Length)
        {
            return false;
        }

        for (var at = 0; at < some.Length; at++)
        {
            if (some[at].Key != others[at].Key || !Equals(some[at].Value, others[at].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static int HashOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = default(HashCode);
        foreach (var (key, value) in tags)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static double[] BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => Seconds,
    };

    private static string NameOf(Instrument instrument)
    {
        var name = new StringBuilder();
        foreach (var letter in instrument.Name)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        name.Append(instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", "1" => "_ratio", _ => "" });
        return GrowsOnly(instrument) ? name.Append("_total").ToString() : name.ToString();
    }

    private static bool GrowsOnly(Instrument instrument) =>
        instrument.GetType().Name is var kind && (kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal));

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        // Callers give the same tags in the same order, so the text itself is the series' identity.
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : "");
            foreach (var letter in key)
            {
                text.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
            }

            text.Append("=\"")
                .Append((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
                .Append('"');
        }

        return text.ToString();
    }

    private sealed record Known(KeyValuePair<string, object?>[] Tags, Series Series, Known? Next);
}
