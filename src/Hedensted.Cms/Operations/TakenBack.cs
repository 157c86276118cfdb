using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections.Features;

namespace Hedensted.Cms.Operations;

/// <summary>
/// Who asks over HTTP/2 and takes it back at once, again and again, costs the server much and themselves little (CVE-2023-44487). What is taken
/// back before it was begun is not begun, and a connection that takes back more than it lets be answered is hung up on.
/// </summary>
/// <remarks>The server has a defence of its own, which counts the questions that are under way: ours are over too soon for it.</remarks>
internal static class TakenBack
{
    /// <summary>So many more may be taken back than were answered: a browser that leaves a page full of pictures stays far below, and a proxy's connection is many people's.</summary>
    public const int Most = 200;

    private static readonly ConditionalWeakTable<IConnectionLifetimeFeature, StrongBox<int>> Scores = [];

    /// <summary>Has every question over HTTP/2 counted.</summary>
    public static void Use(WebApplication app) => app.Use(AnswerAsync);

    /// <summary>Answers, unless it was taken back already.</summary>
    internal static Task AnswerAsync(HttpContext context, RequestDelegate next) =>
        HttpProtocol.IsHttp2(context.Request.Protocol) && context.Features.Get<IConnectionLifetimeFeature>() is { } connection
            ? CountAsync(context, connection, next)
            : next(context);

    private static async Task CountAsync(HttpContext context, IConnectionLifetimeFeature connection, RequestDelegate next)
    {
        try
        {
            if (!context.RequestAborted.IsCancellationRequested)
            {
                await next(context);
            }
        }
        finally
        {
            if (IsTooMuch(Scores.GetOrCreateValue(connection), context.RequestAborted.IsCancellationRequested))
            {
                connection.Abort();
            }
        }
    }

    // An answer makes up for one that was taken back, and is not saved up.
    private static bool IsTooMuch(StrongBox<int> score, bool takenBack)
    {
        if (takenBack)
        {
            return Interlocked.Increment(ref score.Value) > Most;
        }

        var now = Volatile.Read(ref score.Value);
        while (now > 0 && Interlocked.CompareExchange(ref score.Value, now - 1, now) is var found && found != now)
        {
            now = found;
        }

        return false;
    }
}
