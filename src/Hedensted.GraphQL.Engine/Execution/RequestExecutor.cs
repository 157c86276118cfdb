using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Runs a valid document: <see href="https://spec.graphql.org/September2025/#sec-Executing-Requests">Executing requests</see>.</summary>
internal static class RequestExecutor
{
    public static GraphQLResponse Execute(
        ExecutableSchema schema, EngineOptions options, CompiledDocument document, GraphQLRequest request, CancellationToken cancellation)
    {
        // 1. Which operation, and may it run here?
        if (Choose(document, request, out var refusal) is not { } operation)
        {
            return Responses.Rejected([refusal!]);
        }

        // 2. The variables.
        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(schema.Schema, operation.Definition, request.Variables, document, errors);
        if (errors.Count > 0)
        {
            return Responses.Rejected(errors);
        }

        // 3. The plan for their conditions.
        if (operation.PlanFor(schema, variables, out var nullCondition) is not { } plan)
        {
            return Responses.Rejected([new GraphQLError(
                ErrorCodes.InvalidVariable, $"Variable '${nullCondition}' decides what is included; give it true or false, not null.", [])]);
        }

        // 4. One pass.
        return Run(options, plan, variables, request.State, cancellation);
    }

    private static CompiledOperation? Choose(CompiledDocument document, GraphQLRequest request, out GraphQLError? refusal)
    {
        refusal = null;
        var name = string.IsNullOrEmpty(request.OperationName) ? null : request.OperationName;
        var chosen = name is null
            ? document.Operations.Count == 1 ? document.Operations[0] : null
            : document.Operations.FirstOrDefault(operation => operation.Definition.Name == name);
        if (chosen is null)
        {
            var message = name is not null ? "The document has no operation with the name that was asked for."
                : document.Operations.Count == 0 ? "The document has no operation, only fragments; add a query."
                : "The document has several operations; say which to run with 'operationName'.";
            refusal = new GraphQLError(ErrorCodes.UnknownOperation, message, []);
            return null;
        }

        refusal = chosen.Definition.Kind switch
        {
            OperationKind.Mutation when !request.AllowMutations => new GraphQLError(
                ErrorCodes.MutationNotAllowed, "A mutation changes data and cannot run in this request; send it with POST.", [document.LocationOf(chosen.Definition)]),
            OperationKind.Subscription => new GraphQLError(
                ErrorCodes.SubscriptionNotSupported, "A subscription has no single answer; ask for an event stream.", [document.LocationOf(chosen.Definition)]),
            _ => null,
        };
        return refusal is null ? chosen : null;
    }

    private static GraphQLResponse Run(
        EngineOptions options, OperationPlan plan, VariableValues variables, object state, CancellationToken cancellation)
    {
        var output = new JsonOutput();
        try
        {
            var execution = new ExecutionState
            {
                Output = output,
                Plan = plan,
                Variables = variables,
                Options = options,
                State = state,
                Cancellation = cancellation,
            };
            output.WriteRaw("{\"data\":"u8);
            var hasData = execution.WriteRoot();
            if (execution.Errors.Count == 0)
            {
                output.WriteByte((byte)'}');
                return new GraphQLResponse(output, ResponseKind.Success, firstErrorCode: null);
            }

            output.WriteByte((byte)',');
            ErrorWriter.Write(output, execution.Errors);
            output.WriteByte((byte)'}');
            return new GraphQLResponse(output, hasData ? ResponseKind.Partial : ResponseKind.Failed, execution.Errors[0].Code);
        }
        catch (AnswerTooLargeException)
        {
            output.Dispose();
            return Responses.Failed(new GraphQLError(
                ErrorCodes.ResponseTooLarge, $"The answer is larger than {options.MaxResponseBytes} bytes; ask for fewer items or fields.", []));
        }
        catch (OperationCanceledException)
        {
            output.Dispose();
            throw;
        }
    }
}
