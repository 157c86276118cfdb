using System.Collections;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>A list whose item type is known.</summary>
internal sealed class ListWriter<TList, TItem>(ValueWriter<TItem> item, bool isNonNull) : ValueWriter<TList>
    where TList : IEnumerable<TItem>
{
    public override bool Write(ExecutionState state, PlanField field, TList value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        var start = state.Output.Length;
        state.Output.WriteByte((byte)'[');
        state.EnterList();
        var isWhole = value is IReadOnlyList<TItem> list ? WriteItems(state, field, list) : WriteSequence(state, field, value);
        state.LeaveList();
        return state.CloseList(isWhole, start, isNonNull);
    }

    private bool WriteItems(ExecutionState state, PlanField field, IReadOnlyList<TItem> list)
    {
        var count = list.Count;
        for (var i = 0; i < count; i++)
        {
            state.EnterItem(i);
            if (!item.Write(state, field, list[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool WriteSequence(ExecutionState state, PlanField field, TList sequence)
    {
        var i = 0;
        foreach (var value in sequence)
        {
            state.EnterItem(i++);
            if (!item.Write(state, field, value))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A list that is only known as an object.</summary>
internal sealed class BoxedListWriter<T>(ValueWriter<object?> item, bool isNonNull) : ValueWriter<T>
{
    public override bool Write(ExecutionState state, PlanField field, T value)
    {
        if (value is null)
        {
            return state.WriteNull(field, isNonNull);
        }

        var start = state.Output.Length;
        if (value is string || value is not IEnumerable sequence)
        {
            throw new InvalidOperationException($"'{field.Parent.Name}.{field.Definition.Name}' must answer with a list.");
        }

        state.Output.WriteByte((byte)'[');
        state.EnterList();
        var isWhole = true;
        var i = 0;
        foreach (var element in sequence)
        {
            state.EnterItem(i++);
            if (!item.Write(state, field, element))
            {
                isWhole = false;
                break;
            }
        }

        state.LeaveList();
        return state.CloseList(isWhole, start, isNonNull);
    }
}
