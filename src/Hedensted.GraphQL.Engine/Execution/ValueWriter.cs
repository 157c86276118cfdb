using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Writes values of one CLR type as one schema type: <see href="https://spec.graphql.org/September2025/#sec-Value-Completion">value completion</see>.</summary>
internal abstract class ValueWriter<T>
{
    /// <returns>False when an error has been recorded and the null must travel further up; a nullable place writes it itself.</returns>
    public abstract bool Write(ExecutionState state, PlanField field, T value);
}

/// <summary>A scalar whose CLR type is exactly the resolver's.</summary>
internal sealed class ScalarWriter<T>(ScalarType<T> type, bool isNonNull) : ValueWriter<T>
    where T : notnull
{
    public override bool Write(ExecutionState state, PlanField field, T value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        var start = state.Output.Length;
        try
        {
            type.Write(state.Output, value);
            return true;
        }
        catch (GraphQLException refused)
        {
            return state.Fail(field, refused.Code, refused.Message, isNonNull, start);
        }
    }
}

/// <summary>A scalar over a struct that may be null.</summary>
internal sealed class NullableWriter<T>(ValueWriter<T> inner, bool isNonNull) : ValueWriter<T?>
    where T : struct
{
    public override bool Write(ExecutionState state, PlanField field, T? value) =>
        value is { } some ? inner.Write(state, field, some) : state.WriteNull(field, isNonNull);
}

/// <summary>An enum whose CLR type is exactly the resolver's.</summary>
internal sealed class EnumWriter<T>(EnumType<T> type, bool isNonNull) : ValueWriter<T>
    where T : notnull
{
    public override bool Write(ExecutionState state, PlanField field, T value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        return type.TryWrite(state.Output, value)
            || state.Fail(field, ErrorCodes.InvalidValue, $"The value cannot be expressed as '{type.Name}'.", isNonNull, state.Output.Length);
    }
}

/// <summary>Bytes that were finished when the data were loaded.</summary>
internal sealed class FinishedWriter(bool isNonNull) : ValueWriter<Utf8Json>
{
    public override bool Write(ExecutionState state, PlanField field, Utf8Json value)
    {
        if (value.IsNull)
        {
            return state.WriteNull(field, isNonNull);
        }

        state.Output.WriteRaw(value.Span);
        return true;
    }
}

/// <summary>An object whose type is known from the schema.</summary>
internal sealed class ObjectWriter<T>(ObjectType type, bool isNonNull) : ValueWriter<T>
{
    public override bool Write(ExecutionState state, PlanField field, T value) =>
        value is null ? state.WriteNull(field, isNonNull) : state.WriteObject(field.ChildFor(type), value, isNonNull);
}

/// <summary>An object behind an interface or union.</summary>
internal sealed class AbstractWriter<T>(NamedType type, TypeChooser chooser, bool isNonNull) : ValueWriter<T>
{
    public override bool Write(ExecutionState state, PlanField field, T value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        ObjectType? concrete;
        try
        {
            concrete = chooser.Choose(value);
        }
        catch (Exception error)
        {
            // The author's rule broke for this value; the other items of a list are not to blame.
            return state.Fail(field, error, isNonNull, state.Output.Length);
        }

        return concrete is not null
            ? state.WriteObject(field.ChildFor(concrete), value, isNonNull)
            : state.Fail(field, ErrorCodes.Internal, $"The server could not tell which '{type.Name}' this is.", isNonNull, state.Output.Length);
    }
}

/// <summary>A leaf whose CLR type is only known when it is there, or must be converted.</summary>
internal sealed class BoxedLeafWriter<T>(NamedType type, bool isNonNull) : ValueWriter<T>
{
    public override bool Write(ExecutionState state, PlanField field, T value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        if (value is Utf8Json finished)
        {
            if (finished.IsNull)
            {
                return state.WriteNull(field, isNonNull);
            }

            state.Output.WriteRaw(finished.Span);
            return true;
        }

        var start = state.Output.Length;
        try
        {
            var isWritten = type is ScalarType scalar ? scalar.TryWrite(state.Output, value) : ((EnumType)type).TryWrite(state.Output, value);
            return isWritten
                || state.Fail(field, ErrorCodes.InvalidValue, $"The value cannot be expressed as '{type.Name}'.", isNonNull, start);
        }
        catch (GraphQLException refused)
        {
            return state.Fail(field, refused.Code, refused.Message, isNonNull, start);
        }
    }
}
