using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The answer has grown past the limit; nothing more is written.</summary>
internal sealed class AnswerTooLargeException : Exception;

/// <summary>The answer has taken longer than allowed; nothing more is resolved.</summary>
internal sealed class TimedOutException : Exception;

/// <summary>One operation while it runs: one pass that resolves and writes.</summary>
/// <remarks>
/// A null that is not allowed travels up by cutting the output back to where the nearest nullable place began, so nothing
/// is built that is not also the answer. Errors are kept aside and written after the data.
/// </remarks>
internal sealed class ExecutionState : RequestContext
{
    private const int ObjectsPerClock = 64;
    private const int MaxKeptPath = 64;
    private const int MaxKeptArguments = 256;
    [ThreadStatic]
    private static ExecutionState? _idle;
    private List<GraphQLError>? _errors;
    private InputValues?[] _arguments = [];
    private int _untilClock = ObjectsPerClock;
    private PathStep[] _path = new PathStep[16];
    private int _depth;
    private FragmentStore? _fragments;
    private IReuseScope? _scope;

    private struct PathStep
    {
        public string? Name;
        public int Index;
    }

    private ExecutionState()
    {
    }

    public JsonOutput Output { get; private set; } = null!;

    public OperationPlan Plan { get; private set; } = null!;

    public VariableValues Variables { get; private set; } = null!;

    public EngineOptions Options { get; private set; } = null!;

    /// <summary>The timestamp of <see cref="EngineOptions.Clock"/> after which the request is given up.</summary>
    public long Deadline { get; private set; }

    /// <summary>A state for one answer; the thread's idle one when there is one.</summary>
    public static ExecutionState Begin(
        EngineOptions options,
        PreparedOperation prepared,
        JsonOutput output,
        object state,
        CancellationToken cancellation,
        FragmentStore? fragments = null)
    {
        var execution = _idle ?? new ExecutionState();
        _idle = null;
        execution.Output = output;
        execution.Plan = prepared.Plan;
        execution.Variables = prepared.Variables;
        execution.Options = options;
        execution.State = state;
        execution.Cancellation = cancellation;
        execution._scope = fragments is not null && prepared.Plan.IsFrequent ? state as IReuseScope : null;
        execution._fragments = execution._scope is null ? null : fragments;
        execution.Deadline = options.MaxExecutionTime == Timeout.InfiniteTimeSpan
            ? long.MaxValue
            : options.Clock.GetTimestamp() + (long)(options.MaxExecutionTime.TotalSeconds * options.Clock.TimestampFrequency);
        return execution;
    }

    /// <summary>Forgets the request and keeps the rest for the thread's next.</summary>
    public void Release()
    {
        _errors = null;
        _depth = 0;
        _untilClock = ObjectsPerClock;
        Output = null!;
        Plan = null!;
        Variables = null!;
        State = null!;
        _fragments = null;
        _scope = null;
        Cancellation = CancellationToken.None;
        if (_path.Length <= MaxKeptPath && _arguments.Length <= MaxKeptArguments)
        {
            Array.Clear(_path);
            Array.Clear(_arguments);
            _idle = this;
        }
    }

    public IReadOnlyList<GraphQLError> Errors => _errors ?? [];

    public override InputValues ArgumentsOf(FieldSelection selection)
    {
        var field = (PlanField)selection;
        return field.ConstantArguments ?? _arguments[field.ArgumentSlot]!;
    }

    /// <summary>Writes the object of the root type.</summary>
    /// <param name="source">What its fields read: the caller's state, or the event of a subscription.</param>
    /// <returns>False when an error has reached the root; null is then written.</returns>
    public bool WriteRoot(object source)
    {
        var start = Output.Length;
        if (WriteFields(Plan.Root, source))
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
        if (_fragments is not null && plan.IsReusable)
        {
            return WriteReusable(plan, source, isNonNull, _fragments);
        }

        var start = Output.Length;
        return WriteFields(plan, source) || Recover(isNonNull, start);
    }

    private bool WriteReusable(ObjectPlan plan, object source, bool isNonNull, FragmentStore fragments)
    {
        var table = fragments.TableOf(plan);
        if (table.TryGet(source, out var finished))
        {
            _scope!.Reads |= table.Reads;
            Output.WriteRaw(finished);
            return true;
        }

        var start = Output.Length;
        if (fragments.FindBefore(plan, source, out var reads) is { } earlier)
        {
            _scope!.Reads |= reads;
            Output.WriteRaw(earlier);
            table.Add(source, earlier, reads);
            return true;
        }

        return WriteAndKeep(table, plan, source, isNonNull, start);
    }

    private bool WriteAndKeep(FragmentTable table, ObjectPlan plan, object source, bool isNonNull, int start)
    {
        var errors = Errors.Count;
        var (unrepeatable, before) = (_scope!.Unrepeatable, _scope.Reads);
        _scope.Reads = 0;
        var isWritten = WriteFields(plan, source);
        var reads = _scope.Reads;
        _scope.Reads = before | reads;
        if (!isWritten)
        {
            return Recover(isNonNull, start);
        }

        if (Errors.Count == errors && _scope.Unrepeatable == unrepeatable)
        {
            table.Add(source, Output.Written[start..], reads);
        }

        return true;
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

    /// <summary>Records an exception of one value and puts null in its place, if it allows null.</summary>
    public bool Fail(PlanField field, Exception error, bool isNonNull, int start)
    {
        AddException(field, error, CurrentPath(null));
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

    // Looking at the clock costs more than most fields, so it is done once for many objects.
    private void WatchClock()
    {
        if (--_untilClock > 0)
        {
            return;
        }

        _untilClock = ObjectsPerClock;
        if (Options.Clock.GetTimestamp() > Deadline)
        {
            throw new TimedOutException();
        }
    }

    private bool WriteFields(ObjectPlan plan, object source)
    {
        WatchClock();
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
        catch (Exception error) when (error is not (AnswerTooLargeException or TimedOutException) && !Cancellation.IsCancellationRequested)
        {
            _depth = depth;
            AddException(field, error, CurrentPath(field.ResponseName));
            return Recover(field.IsNonNull, start);
        }
    }

    // Arguments do not depend on the object, so they are coerced once a request even when the field is written for each item of a list.
    public bool TryCoerceArguments(PlanField field)
    {
        if (field.ArgumentSlot < 0)
        {
            return true;
        }

        if (_arguments.Length <= field.ArgumentSlot)
        {
            Array.Resize(ref _arguments, Math.Max(Plan.ArgumentSlots, field.ArgumentSlot + 1));
        }

        if (_arguments[field.ArgumentSlot] is not null)
        {
            return true;
        }

        if (ArgumentCoercion.TryCoerce(field.Definition, field.Nodes[0], Variables, out var values, out var failing, out var place))
        {
            _arguments[field.ArgumentSlot] = values;
            return true;
        }

        Add(
            field,
            ErrorCodes.InvalidArgument,
            $"Argument '{failing!.Name}' of '{field.Parent.Name}.{field.Definition.Name}' must be a '{failing.Type}'; give its variable a value that fits.",
            CurrentPath(field.ResponseName),
            place);
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

    private void AddException(PlanField field, Exception error, List<object> path)
    {
        if (error is GraphQLException known)
        {
            Add(field, known.Code, known.Message, path);
            return;
        }

        var before = Errors.Count;
        Add(field, ErrorCodes.Internal, "The server could not answer this field; try again later.", path);
        if (Errors.Count > before)
        {
            Options.OnUnhandledException?.Invoke(error, string.Join('.', path));
        }
    }

    private void Add(PlanField field, string code, string message, IReadOnlyList<object> path, Node? place = null)
    {
        if (Errors.Count < Options.MaxExecutionErrors)
        {
            SourceLocation[] locations = place is null ? [.. field.Nodes.Select(Plan.Document.LocationOf)] : [Plan.Document.LocationOf(place)];
            _errors ??= [];
            _errors.Add(new GraphQLError(code, message, locations, path, Specification: null, $"{field.Parent.Name}.{field.Definition.Name}"));
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
