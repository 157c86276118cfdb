using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Runs a valid document: <see href="https://spec.graphql.org/September2025/#sec-Executing-Requests">Executing requests</see>.</summary>
internal static class RequestExecutor
{
    public static GraphQLResponse Execute(
        ExecutableSchema schema, EngineOptions options, CompiledDocument document, GraphQLRequest request, CancellationToken cancellation)
    {
        if (!TryPrepare(schema, options, document, request, out var prepared, out var refusal))
        {
            return refusal;
        }

        if (prepared.Definition.Kind == OperationKind.Subscription)
        {
            return Responses.Rejected([new GraphQLError(
                ErrorCodes.SubscriptionNotSupported,
                "A subscription has no single answer; ask for an event stream.",
                [document.LocationOf(prepared.Definition)])]);
        }

        return Run(options, prepared, request, request.State, request.State, cancellation);
    }

    /// <summary>Chooses the operation, coerces its variables and finds its plan.</summary>
    /// <returns>False when the request cannot run; <paramref name="refusal"/> says why.</returns>
    public static bool TryPrepare(
        ExecutableSchema schema,
        EngineOptions options,
        CompiledDocument document,
        GraphQLRequest request,
        out PreparedOperation prepared,
        out GraphQLResponse refusal)
    {
        prepared = default;
        refusal = null!;

        // 1. Which operation, and may it run here?
        if (Choose(document, request, out var error) is not { } operation)
        {
            refusal = Responses.Rejected([error!]);
            return false;
        }

        // 2. The variables.
        List<GraphQLError>? errors = null;
        var variables = VariableCoercion.Coerce(schema.Schema, options, operation.Definition, request.Variables, document, ref errors);
        if (errors is not null)
        {
            refusal = Responses.Rejected(errors);
            return false;
        }

        // 3. The plan for their conditions.
        if (operation.PlanFor(schema, variables, out var nullCondition) is not { } plan)
        {
            refusal = Responses.Rejected([new GraphQLError(
                ErrorCodes.InvalidVariable, $"Variable '${nullCondition}' decides what is included; give it true or false, not null.", [])]);
            return false;
        }

        // 4. What it may cost.
        var cost = plan.CostTreeFor(options.AssumedListSize).Evaluate(variables);
        if (cost > options.MaxCost)
        {
            refusal = Responses.TooCostly(cost, options.MaxCost, document.LocationOf(operation.Definition));
            return false;
        }

        prepared = new PreparedOperation(plan, operation.Definition, variables, cost);
        return true;
    }

    /// <summary>One pass over the plan.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="prepared">What to run.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="state">What resolvers read with <c>State</c>.</param>
    /// <param name="source">What the root fields read: the state, or an event.</param>
    /// <param name="cancellation">The request has been given up.</param>
    public static GraphQLResponse Run(
        EngineOptions options, PreparedOperation prepared, GraphQLRequest request, object state, object source, CancellationToken cancellation)
    {
        var output = new JsonOutput(prepared.Plan.ExpectedBytes);
        var execution = ExecutionState.Begin(options, prepared, output, state, cancellation, request.Fragments);
        try
        {
            output.WriteRaw("{\"data\":"u8);
            var hasData = execution.WriteRoot(source);
            var errors = execution.Errors;
            if (errors.Count > 0)
            {
                output.WriteByte((byte)',');
                ErrorWriter.Write(output, errors);
            }

            if (request.ReportCost)
            {
                Responses.WriteCost(output, prepared.Cost, options.MaxCost);
            }

            output.WriteByte((byte)'}');
            prepared.Plan.Ran(output.Length);
            var kind = errors.Count == 0 ? ResponseKind.Success : hasData ? ResponseKind.Partial : ResponseKind.Failed;
            return new GraphQLResponse(output, kind, errors.Count == 0 ? null : errors[0].Code)
            {
                Cost = prepared.Cost,
                OperationName = prepared.Definition.Name,
            };
        }
        catch (AnswerTooLargeException)
        {
            output.Dispose();
            return Responses.GivenUp(new GraphQLError(
                ErrorCodes.ResponseTooLarge, $"The answer is larger than {options.MaxResponseBytes} bytes; ask for fewer items or fields.", []), prepared);
        }
        catch (TimedOutException)
        {
            output.Dispose();
            return Responses.GivenUp(new GraphQLError(
                ErrorCodes.TimedOut, $"The answer took longer than {options.MaxExecutionTime.TotalSeconds} seconds; ask for fewer items or fields.", []), prepared);
        }
        catch (OperationCanceledException)
        {
            output.Dispose();
            throw;
        }
        finally
        {
            execution.Release();
        }
    }

    private static CompiledOperation? Choose(CompiledDocument document, GraphQLRequest request, out GraphQLError? refusal)
    {
        refusal = null;
        var name = string.IsNullOrEmpty(request.OperationName) ? null : request.OperationName;
        var chosen = document.Find(name);
        if (chosen is null)
        {
            var message = name is not null ? "The document has no operation with the name that was asked for."
                : document.Operations.Count == 0 ? "The document has no operation, only fragments; add a query."
                : "The document has several operations; say which to run with 'operationName'.";
            refusal = new GraphQLError(ErrorCodes.UnknownOperation, message, []);
            return null;
        }

        if (chosen.Definition.Kind == OperationKind.Mutation && !request.AllowMutations)
        {
            refusal = new GraphQLError(
                ErrorCodes.MutationNotAllowed,
                "A mutation changes data and cannot run in this request; send it with POST.",
                [document.LocationOf(chosen.Definition)]);
            return null;
        }

        return chosen;
    }
}

/// <summary>An operation that is ready to run for one request.</summary>
internal readonly record struct PreparedOperation(
    OperationPlan Plan, OperationDefinition Definition, Types.Coercion.VariableValues Variables, long Cost);
