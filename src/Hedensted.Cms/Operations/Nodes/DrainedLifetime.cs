using System.Runtime.InteropServices;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>
/// Stops the server when it is asked to (SIGTERM, Ctrl+C): first <c>/health/ready</c> says no, then the proxy has time to notice, then streams end,
/// requests that are under way are finished, and the process is over. Asked a second time, it waits for nobody.
/// </summary>
internal sealed partial class DrainedLifetime(Drain drain, IHostApplicationLifetime application, TimeProvider time, ILogger<DrainedLifetime> logger) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Asking = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT];
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations.AddRange(Asking.Select(signal => PosixSignalRegistration.Create(signal, Asked)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _registrations.Clear();
    }

    private void Asked(PosixSignalContext context)
    {
        context.Cancel = true; // we end by ourselves
        if (drain.Begin() && drain.Time > TimeSpan.Zero)
        {
            Log.Draining(logger, drain.Time);
            _ = StopLaterAsync();
        }
        else
        {
            application.StopApplication();
        }
    }

    private async Task StopLaterAsync()
    {
        await Task.Delay(drain.Time, time, application.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        application.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Asked to stop; serving for {Time} more while the proxy turns to others")]
        public static partial void Draining(ILogger logger, TimeSpan time);
    }
}
