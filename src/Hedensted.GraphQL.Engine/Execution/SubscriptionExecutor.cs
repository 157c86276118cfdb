using System.Runtime.CompilerServices;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Runs a subscription: <see href="https://spec.graphql.org/September2025/#sec-Subscription">source stream to response stream</see>.</summary>
internal static class SubscriptionExecutor
{
    /// <summary>An answer for each event; only a refusal when the stream cannot be opened.</summary>
    public static async IAsyncEnumerable<GraphQLResponse> RunAsync(
        EngineOptions options,
        PreparedOperation prepared,
        GraphQLRequest request,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (Open(options, prepared, request, cancellation, out var refusal) is not { } events)
        {
            yield return refusal!;
            yield break;
        }

        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                object? current = null;
                GraphQLResponse? failure = null;
                try
                {
                    current = await events.MoveNextAsync().ConfigureAwait(false) ? events.Current : null;
                }
                catch (Exception error) when (!cancellation.IsCancellationRequested)
                {
                    failure = Responses.Failed(Describe(options, prepared, error));
                }

                if (failure is not null)
                {
                    yield return failure;
                }

                if (current is null)
                {
                    yield break;
                }

                yield return RequestExecutor.Run(options, prepared, request, request.EventState?.Invoke() ?? request.State, current, cancellation);
            }
        }
    }

    private static IAsyncEnumerator<object>? Open(
        EngineOptions options, PreparedOperation prepared, GraphQLRequest request, CancellationToken cancellation, out GraphQLResponse? refusal)
    {
        refusal = null;
        var field = prepared.Plan.Root.Fields[0];
        if (field.Definition is not IStreamedField streamed)
        {
            refusal = Responses.Rejected([new GraphQLError(
                ErrorCodes.SubscriptionNotSupported,
                $"'{field.Parent.Name}.{field.Definition.Name}' has no stream of events; query it instead.",
                [prepared.Plan.Document.LocationOf(field.Nodes[0])])]);
            return null;
        }

        try
        {
            // Never released: the stream may keep its context for as long as it runs.
            var execution = ExecutionState.Begin(options, prepared, JsonOutput.Empty, request.State, cancellation);
            if (!execution.TryCoerceArguments(field))
            {
                refusal = Responses.Rejected([execution.Errors[0]]);
                return null;
            }

            return streamed.Subscribe(request.State, new FieldContext(execution, field)).GetAsyncEnumerator(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            refusal = Responses.Rejected([Describe(options, prepared, error)]);
            return null;
        }
    }

    private static GraphQLError Describe(EngineOptions options, PreparedOperation prepared, Exception error)
    {
        var field = prepared.Plan.Root.Fields[0];
        var known = error as GraphQLException;
        if (known is null)
        {
            options.OnUnhandledException?.Invoke(error, field.ResponseName);
        }

        return new GraphQLError(
            known?.Code ?? ErrorCodes.Internal,
            known?.Message ?? "The server could not go on with this stream; subscribe again later.",
            [.. field.Nodes.Select(prepared.Plan.Document.LocationOf)],
            [field.ResponseName],
            Specification: null,
            $"{field.Parent.Name}.{field.Definition.Name}");
    }
}
