using System.Diagnostics;

namespace Hedensted.GraphQL.Engine.Bench;

/// <summary>Times a step until the figure is steady, on this thread, with what it allocates.</summary>
internal static class Measure
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(300);

    /// <summary>The best of five windows, so that a neighbour on the machine does not count.</summary>
    public static (double Microseconds, double Bytes) Of(Action step)
    {
        For(WarmUp, step);
        var best = double.MaxValue;
        var bytes = 0.0;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (count, time) = For(Window, step);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count;
            best = Math.Min(best, time.TotalMicroseconds / count);
        }

        return (best, bytes);
    }

    private static (long Count, TimeSpan Time) For(TimeSpan window, Action step)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        TimeSpan time;
        do
        {
            step();
            count++;
            time = Stopwatch.GetElapsedTime(start);
        }
        while (time < window);

        return (count, time);
    }
}
