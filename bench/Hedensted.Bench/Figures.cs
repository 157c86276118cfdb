using System.Globalization;

namespace Hedensted.Bench;

/// <summary>Prints rows of the table.</summary>
internal static class Figures
{
    public static void Row(string what, string figure) => Console.WriteLine($"| {what} | {figure} |");

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    public static string Milliseconds(TimeSpan median, TimeSpan slow) => $"{Milliseconds(median)}, {Milliseconds(slow)}";

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    /// <summary>What a process holds in memory.</summary>
    public static string Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(row => row.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{kilobytes / 1024} MB");
    }

    /// <summary>The value that this share of the samples does not exceed (nearest rank).</summary>
    public static TimeSpan Percentile(IEnumerable<TimeSpan> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
