using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Caching;

/// <summary>Makes what is asked most anew as soon as something is published, or begins or ends, so that the many who ask next find it made.</summary>
internal sealed partial class WarmAnswers(PublicGraphQL api, EditionSource editions, IOptions<PublicGraphQLOptions> options, TimeProvider time, ILogger<WarmAnswers> logger)
    : BackgroundService
{
    // Also what is asked often is forgotten when nobody has asked for so long.
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WarmAnswers <= 0)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Failed(logger, exception);
                await Task.Delay(LongestRound, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        if (editions.IsReady)
        {
            var edition = editions.Current;
            var next = await api.RefreshAsync(edition, options.Value.WarmAnswers, stoppingToken);
            var left = next - time.GetUtcNow() ?? LongestRound;
            var published = editions.WaitForNextAsync(edition.Position, round.Token);
            await Task.WhenAny(published, Task.Delay(left < LongestRound ? left > TimeSpan.Zero ? left : TimeSpan.Zero : LongestRound, time, round.Token));
        }
        else
        {
            await Task.WhenAny(editions.WaitForAsync(default, round.Token));
        }

        await round.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Error, "Answers that are asked often could not be made before they are asked for; they are made when somebody asks")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
