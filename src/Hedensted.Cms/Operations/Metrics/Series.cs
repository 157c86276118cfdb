using System.Globalization;
using System.Text;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>One line, or one histogram, of what is measured: an instrument with one set of tags.</summary>
internal abstract class Series(string labels)
{
    /// <summary>The tags as Prometheus writes them, without braces; empty when there are none.</summary>
    protected string Labels { get; } = labels;

    /// <summary>Writes the value.</summary>
    public abstract void Write(StringBuilder text, string name);

    /// <summary>Writes one line.</summary>
    protected void Line(StringBuilder text, string name, string value, string more = "")
    {
        text.Append(name);
        if (Labels.Length + more.Length > 0)
        {
            text.Append('{').Append(Labels).Append(Labels.Length > 0 && more.Length > 0 ? "," : "").Append(more).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }

    /// <summary>A number as Prometheus reads it.</summary>
    protected static string Text(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A sum that is added to, or a value that is set.</summary>
internal sealed class NumberSeries(string labels) : Series(labels)
{
    private double _value;

    /// <summary>What it is now.</summary>
    public double Value => Volatile.Read(ref _value);

    /// <summary>Adds to it.</summary>
    public void Add(double by)
    {
        double seen, next;
        do
        {
            seen = Volatile.Read(ref _value);
            next = seen + by;
        }
        while (Interlocked.CompareExchange(ref _value, next, seen) != seen);
    }

    /// <summary>Sets it.</summary>
    public void Set(double value) => Volatile.Write(ref _value, value);

    public override void Write(StringBuilder text, string name) => Line(text, name, Text(Value));
}

/// <summary>How often a value was at most so large.</summary>
internal sealed class HistogramSeries(string labels, double[] bounds) : Series(labels)
{
    private readonly long[] _counts = new long[bounds.Length + 1];
    private readonly NumberSeries _sum = new("");

    /// <summary>Counts one.</summary>
    public void Record(double value)
    {
        var place = Array.BinarySearch(bounds, value);
        Interlocked.Increment(ref _counts[place < 0 ? ~place : place]);
        _sum.Add(value);
    }

    public override void Write(StringBuilder text, string name)
    {
        long total = 0;
        for (var place = 0; place <= bounds.Length; place++)
        {
            total += Interlocked.Read(ref _counts[place]);
            var bound = place == bounds.Length ? double.PositiveInfinity : bounds[place];
            Line(text, name + "_bucket", total.ToString(CultureInfo.InvariantCulture), $"le=\"{Text(bound)}\"");
        }

        Line(text, name + "_sum", Text(_sum.Value));
        Line(text, name + "_count", total.ToString(CultureInfo.InvariantCulture));
    }
}
