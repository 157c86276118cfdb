using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>Listens to the meters of this program and writes what they measured in Prometheus's text format 0.0.4.</summary>
/// <remarks>
/// Series are bounded: tags that a stranger could make up without end would fill memory here and in whoever collects. What comes beyond is
/// dropped and counted in <c>hedensted_metrics_dropped_total</c>.
/// </remarks>
internal sealed class MetricsCollection : IDisposable
{
    /// <summary>Series that are kept of all instruments together.</summary>
    public const int Most = 2_000;

    /// <summary>Series that are kept of one instrument.</summary>
    public const int MostOfOne = 300;

    /// <summary>What the content type of the text is.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Meters =
    [
        "Hedensted.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql",
    ];

    private readonly ConcurrentDictionary<Instrument, Measured> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _observing = new();
    private readonly Func<Measured, bool> _mayBegin;
    private long _dropped;

    /// <summary>Listens from now on.</summary>
    public MetricsCollection()
    {
        _mayBegin = MayBegin;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything as it stands.</summary>
    public string Write()
    {
        var text = new StringBuilder(64 * 1024);
        lock (_observing)
        {
            foreach (var measured in _instruments.Values)
            {
                measured.BeginObserving();
            }

            _listener.RecordObservableInstruments();
            foreach (var measured in _instruments.Values.OrderBy(measured => measured.Name, StringComparer.Ordinal))
            {
                measured.Write(text);
            }
        }

        text.Append("# HELP hedensted_metrics_dropped_total Measurements without a series, because there are too many.\n# TYPE hedensted_metrics_dropped_total counter\n");
        return text.Append("hedensted_metrics_dropped_total ").Append(Interlocked.Read(ref _dropped).ToString(CultureInfo.InvariantCulture)).Append('\n').ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string meter) => Meters.Any(name => name.EndsWith('*') ? meter.StartsWith(name[..^1], StringComparison.Ordinal) : meter == name);

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measured = _instruments.GetOrAdd(instrument, static instrument => new Measured(instrument));
        measured.Record(value, tags, _mayBegin);
    }

    private bool MayBegin(Measured measured)
    {
        if (measured.Count < MostOfOne && _instruments.Values.Sum(one => one.Count) < Most)
        {
            return true;
        }

        Interlocked.Increment(ref _dropped);
        return false;
    }
}
