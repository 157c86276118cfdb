using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Live;

/// <summary>One subscription that is being answered, for however many read it.</summary>
internal sealed class LiveQuestion : IDisposable
{
    private readonly PublicGraphQL _api;
    private readonly EditionSource _editions;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _changed = Fresh();
    private LiveState _state = new(null, default, HasEnded: false);

    private LiveQuestion(PublicGraphQL api, EditionSource editions, TimeProvider time)
    {
        (_api, _editions, _time) = (api, editions, time);
        Completion = Task.CompletedTask;
    }

    /// <summary>Who reads it; held by <see cref="LiveAnswers"/> under its lock.</summary>
    public int Readers { get; set; }

    /// <summary>Where it has come to.</summary>
    public LiveState State => Volatile.Read(ref _state);

    /// <summary>Completes when <see cref="State"/> is another one.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Completes when it has ended, and fails when it ended by a fault of ours.</summary>
    public Task Completion { get; private set; }

    /// <summary>Begins to answer a question, which is copied.</summary>
    public static LiveQuestion Start(PublicGraphQL api, EditionSource editions, TimeProvider time, in Question question)
    {
        var live = new LiveQuestion(api, editions, time);
        var copy = question with { Document = question.Document.ToArray(), Variables = question.Variables.ToArray() };
        var stopping = live._stopping.Token;
        live.Completion = Task.Run(() => live.AnswerAsync(copy, stopping), CancellationToken.None);
        return live;
    }

    /// <summary>Ends it; nobody reads it any more.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            using var json = question.Variables.IsEmpty ? null : JsonDocument.Parse(question.Variables);
            LiveScope scope;
            do
            {
                // Once for each set of document types: the same subscription is compiled anew when an editor adds a type.
                var schema = _editions.Current.Schema;
                scope = new LiveScope(_editions, schema, question.Language, _time);
                var request = new GraphQLRequest
                {
                    Document = question.Document,
                    OperationName = question.OperationName,
                    Variables = json?.RootElement ?? default,
                    State = scope,
                    EventState = scope.Read,
                    AllowMutations = false,
                    ReportCost = question.ReportCost,
                };
                await foreach (var response in _api.EngineOf(schema).SubscribeAsync(request, cancellationToken))
                {
                    using (response)
                    {
                        Tell(response, scope.Position);
                    }
                }
            }
            while (scope.IsOutdated);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody reads it any more.
        }
        finally
        {
            Become(State with { HasEnded = true });
        }
    }

    private void Tell(GraphQLResponse response, ChangePosition position)
    {
        var known = State.Answer;
        var isSame = known is not null && response.Body.Span.SequenceEqual(known.Body);
        Become(new LiveState(isSame ? known : LiveAnswer.Of(response), position, HasEnded: false));
    }

    private void Become(LiveState state)
    {
        Volatile.Write(ref _state, state);
        Interlocked.Exchange(ref _changed, Fresh()).TrySetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
