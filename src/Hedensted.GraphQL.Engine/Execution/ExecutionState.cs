using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The answer has grown past the limit; nothing more is written.</summary>
internal sealed class AnswerTooLargeException : Exception;

/// <summary>One operation while it runs: one pass that resolves and writes.</summary>
/// <remarks>
/// A null that is not allowed travels up by cutting the output back to where the nearest nullable place began, so nothing
/// is built that is not also the answer. Errors are kept aside and written after the data.
/// </remarks>
internal sealed class ExecutionState : RequestContext
{
    private readonly List<GraphQLError> _errors = [];
    private InputValues?[] _arguments = [];
    private PathStep[] _path = new PathStep[16];
    private int _depth;

    private struct PathStep
    {
        public string? Name;
        public int Index;
    }

    public required JsonOutput Output { get; init; }

    public required OperationPlan Plan { get; init; }

    public required VariableValues Variables { get; init; }

    public required EngineOptions Options { get; init; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public override InputValues ArgumentsOf(FieldSelection selection)
    {
        var field = (PlanField)selection;
        return field.ConstantArguments ?? _arguments[field.ArgumentSlot]!;
    }

    /// <summary>Writes the object of the root type.</summary>
    /// <returns>False when an error has reached the root; null is then written.</returns>
    public bool WriteRoot()
    {
        var start = Output.Length;
        if (WriteFields(Plan.Root, State))
        {
            return true;
        }

        Output.Truncate(start);
        Output.WriteNull();
        return false;
    }

    /// <summary>Writes an object; null in its place if one of its non-null fields fails and the place allows it.</summary>
    public bool WriteObject(ObjectPlan plan, object source, bool isNonNull)
    {
        var start = Output.Length;
        return WriteFields(plan, source) || Recover(isNonNull, start);
    }

    /// <summary>Writes null, or records that it is not allowed.</summary>
    public bool WriteNull(PlanField field, bool isNonNull)
    {
        if (!isNonNull)
        {
            Output.WriteNull();
            return true;
        }

        AddError(field, ErrorCodes.NullNotAllowed, $"'{field.Parent.Name}.{field.Definition.Name}' is never null, but the server has no value for it.");
        return false;
    }

    /// <summary>Records an error and puts null in the place that began at <paramref name="start"/>, if it allows null.</summary>
    public bool Fail(PlanField field, string code, string message, bool isNonNull, int start)
    {
        AddError(field, code, message);
        return Recover(isNonNull, start);
    }

    public void EnterList() => Push(null);

    public void LeaveList() => _depth--;

    /// <summary>Begins the next item of a list; the place where long answers are stopped.</summary>
    public void EnterItem(int index)
    {
        _path[_depth - 1].Index = index;
        if (index > 0)
        {
            Output.WriteByte((byte)',');
        }

        Cancellation.ThrowIfCancellationRequested();
        if (Output.Length > Options.MaxResponseBytes)
        {
            throw new AnswerTooLargeException();
        }
    }

    public bool CloseList(bool isWhole, int start, bool isNonNull)
    {
        if (isWhole)
        {
            Output.WriteByte((byte)']');
            return true;
        }

        return Recover(isNonNull, start);
    }

    private bool Recover(bool isNonNull, int start)
    {
        if (isNonNull)
        {
            return false;
        }

        Output.Truncate(start);
        Output.WriteNull();
        return true;
    }

    private bool WriteFields(ObjectPlan plan, object source)
    {
        Output.WriteByte((byte)'{');
        foreach (var field in plan.Fields)
        {
            if (!WriteField(field, source))
            {
                return false;
            }
        }

        Output.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(PlanField field, object source)
    {
        Output.WriteRaw(field.Prefix);
        var start = Output.Length;
        var depth = _depth;
        try
        {
            var executor = field.Executor;
            if (field.ArgumentSlot >= 0 && !TryCoerceArguments(field))
            {
                return Recover(executor.IsNonNull, start);
            }

            if (executor.IsTracked)
            {
                Push(field.ResponseName);
            }

            var isWritten = executor.Run(this, field, source);
            _depth = depth;
            return isWritten;
        }
        catch (Exception error) when (error is not AnswerTooLargeException && !Cancellation.IsCancellationRequested)
        {
            _depth = depth;
            AddException(field, error);
            return Recover(field.IsNonNull, start);
        }
    }

    // Arguments do not depend on the object, so they are coerced once a request even when the field is written for each item of a list.
    private bool TryCoerceArguments(PlanField field)
    {
        if (_arguments.Length <= field.ArgumentSlot)
        {
            Array.Resize(ref _arguments, Math.Max(Plan.ArgumentSlots, field.ArgumentSlot + 1));
        }

        if (_arguments[field.ArgumentSlot] is not null)
        {
            return true;
        }

        if (ArgumentCoercion.TryCoerce(field.Definition, field.Nodes[0], Variables, out var values, out var failing))
        {
            _arguments[field.ArgumentSlot] = values;
            return true;
        }

        AddErrorAt(
            field,
            ErrorCodes.InvalidArgument,
            $"Argument '{failing!.Name}' of '{field.Parent.Name}.{field.Definition.Name}' must be a '{failing.Type}'; give its variable a value that fits.");
        return false;
    }

    private void Push(string? name)
    {
        if (_depth == _path.Length)
        {
            Array.Resize(ref _path, _depth * 2);
        }

        _path[_depth].Name = name;
        _path[_depth++].Index = 0;
    }

    private void AddError(PlanField field, string code, string message)
    {
        if (field.Executor.IsTracked)
        {
            Add(field, code, message, CurrentPath(null));
        }
        else
        {
            AddErrorAt(field, code, message);
        }
    }

    /// <summary>Records an error of the field itself, whose name is not on the path.</summary>
    private void AddErrorAt(PlanField field, string code, string message) => Add(field, code, message, CurrentPath(field.ResponseName));

    private void AddException(PlanField field, Exception error)
    {
        if (error is GraphQLException known)
        {
            AddErrorAt(field, known.Code, known.Message);
        }
        else if (AddMasked(field))
        {
            Options.OnUnhandledException?.Invoke(error, string.Join('.', CurrentPath(field.ResponseName)));
        }
    }

    private bool AddMasked(PlanField field)
    {
        var before = _errors.Count;
        AddErrorAt(field, ErrorCodes.Internal, "The server could not answer this field; try again later.");
        return _errors.Count > before;
    }

    private void Add(PlanField field, string code, string message, IReadOnlyList<object> path)
    {
        if (_errors.Count < Options.MaxExecutionErrors)
        {
            _errors.Add(new GraphQLError(code, message, [.. field.Nodes.Select(Plan.Document.LocationOf)], path));
        }
    }

    private List<object> CurrentPath(string? last)
    {
        var path = new List<object>(_depth + 1);
        for (var i = 0; i < _depth; i++)
        {
            path.Add(_path[i].Name is { } name ? name : _path[i].Index);
        }

        if (last is not null)
        {
            path.Add(last);
        }

        return path;
    }
}
