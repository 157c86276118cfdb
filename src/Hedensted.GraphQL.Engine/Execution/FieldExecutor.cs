using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Resolves a field and writes its value; made once for each field of the schema.</summary>
internal abstract class FieldExecutor
{
    public required bool IsNonNull { get; init; }

    /// <summary>Whether errors can arise below the field itself, so that its name must be on the path while it runs.</summary>
    public required bool IsTracked { get; init; }

    /// <returns>False when an error has been recorded and null must take the place of the field, or of what is around it.</returns>
    public abstract bool Run(ExecutionState state, PlanField field, object source);
}

/// <summary>Calls a resolver and writes what it answers, without boxing.</summary>
internal sealed class ResolverExecutor<TSource, TValue>(Func<TSource, FieldContext, TValue> resolve, ValueWriter<TValue> writer) : FieldExecutor
{
    public override bool Run(ExecutionState state, PlanField field, object source) =>
        writer.Write(state, field, resolve((TSource)source, new FieldContext(state, field)));
}

/// <summary><c>__typename</c>, which the plan has already written into the prefix.</summary>
internal sealed class TypeNameExecutor : FieldExecutor
{
    public override bool Run(ExecutionState state, PlanField field, object source) => true;
}
