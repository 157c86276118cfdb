using Hedensted.Content.Changes;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Instrumentation;
using Hedensted.GraphQL.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http.Streaming;

/// <summary>Answers whoever accepts <c>text/event-stream</c>.</summary>
internal sealed class StreamEndpoint(
    LiveAnswers answers, OpenStreams open, IOptions<EventStreamOptions> options, TimeProvider time, IHostApplicationLifetime host)
{
    /// <summary>The engine's word for an operation that has no single answer.</summary>
    public const string IsSubscription = "SUBSCRIPTION_NOT_SUPPORTED";

    /// <summary>Sends one answer, which is all that there is.</summary>
    public static async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        await EventStream.BeginAsync(context, context.RequestAborted);
        await EventStream.NextAsync(context.Response.BodyWriter, answer, context.RequestAborted);
        await EventStream.CompleteAsync(context.Response.BodyWriter, context.RequestAborted);
    }

    /// <summary>Sends the answers of a subscription until the client leaves or the server stops.</summary>
    /// <param name="context">The request.</param>
    /// <param name="question">The subscription.</param>
    /// <param name="from">The position that the client has been told; the first answer is no older.</param>
    /// <param name="budget">What the client has left; each answer is charged.</param>
    public async Task FollowAsync(HttpContext context, Question question, ChangePosition from, TokenBucket? budget)
    {
        using var place = open.TryOpen(budget, out var refusal);
        if (refusal is not null)
        {
            context.Response.Headers.RetryAfter = "10";
            await AnswerWriter.RefuseAsync(context, refusal, MediaTypes.Json);
            return;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await EventStream.BeginAsync(context, leaving.Token);
            await EventStream.WriteAsync(
                context, Charged(answers.FollowAsync(question, from, leaving.Token), budget), TimeSpan.FromSeconds(options.Value.KeepAliveSeconds), time, leaving.Token);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The client has left, or the server stops; a client that wants to go on comes back by itself.
        }
    }

    private static async IAsyncEnumerable<LiveAnswer> Charged(IAsyncEnumerable<LiveAnswer> answers, TokenBucket? budget)
    {
        await foreach (var answer in answers)
        {
            budget?.Spend(Charge.For(answer));
            if (answer.Kind == ResponseKind.Rejected)
            {
                ApiInstruments.Refused(answer.FirstErrorCode ?? "UNKNOWN");
            }

            yield return answer;
        }
    }
}
