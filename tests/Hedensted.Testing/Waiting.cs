using System.Diagnostics;

namespace Hedensted.Testing;

/// <summary>Waits on what is to happen; the time limit only ends a test that would wait for ever.</summary>
public static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Returns when it has happened.</summary>
    /// <exception cref="TimeoutException">It has not within a minute.</exception>
    public static async Task UntilAsync(Func<Task<bool>> done)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await done())
        {
            if (Stopwatch.GetElapsedTime(began) > Limit)
            {
                throw new TimeoutException($"It did not happen within {Limit.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{Task{bool}})"/>
    public static Task UntilAsync(Func<bool> done) => UntilAsync(() => Task.FromResult(done()));
}
