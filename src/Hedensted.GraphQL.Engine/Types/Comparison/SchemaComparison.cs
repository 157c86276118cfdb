using Hedensted.GraphQL.Engine.Types.Building;

namespace Hedensted.GraphQL.Engine.Types.Comparison;

/// <summary>Finds what changed between two schemas, and whom it hurts.</summary>
/// <remarks>
/// Breaking and dangerous changes are those of the reference implementation's <c>findBreakingChanges</c> and
/// <c>findDangerousChanges</c>; the few that are only ours say so in <see cref="SchemaChangeKind"/>.
/// Order and descriptions do not count.
/// </remarks>
public sealed class SchemaComparison
{
    private readonly Schema _before;
    private readonly Schema _after;
    private readonly List<SchemaChange> _changes = [];

    private SchemaComparison(Schema before, Schema after)
    {
        _before = before;
        _after = after;
    }

    /// <summary>Every change, breaking ones first, then by coordinate.</summary>
    /// <param name="before">What clients rely on.</param>
    /// <param name="after">What they will find.</param>
    public static IReadOnlyList<SchemaChange> Compare(Schema before, Schema after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var comparison = new SchemaComparison(before, after);
        comparison.Roots();
        comparison.Types();
        comparison.Directives();
        return
        [
            .. comparison._changes
                .OrderByDescending(change => change.Severity)
                .ThenBy(change => change.Coordinate.ToString(), StringComparer.Ordinal)
                .ThenBy(change => change.Kind),
        ];
    }

    private void Roots()
    {
        Root("query", _before.Query, _after.Query);
        Root("mutation", _before.Mutation, _after.Mutation);
        Root("subscription", _before.Subscription, _after.Subscription);
    }

    private void Root(string operation, ObjectType? before, ObjectType? after)
    {
        if (before is not null && before.Name != after?.Name)
        {
            Add(SchemaChangeKind.RootTypeChanged, new(before.Name), $"{before.Name} is no longer the root of {operation} operations.");
        }
    }

    private void Types()
    {
        foreach (var (old, now) in Pairs(_before.Types, _after.Types, type => type.Name))
        {
            switch (old, now)
            {
                case (not null, null):
                    Add(SchemaChangeKind.TypeRemoved, new(old.Name), $"{old.Name} was removed.");
                    break;
                case (null, not null):
                    Add(SchemaChangeKind.TypeAdded, new(now.Name), $"{now.Name} was added.");
                    break;
                case (ComplexType complex, ComplexType other) when complex.Kind == other.Kind:
                    Interfaces(complex, other);
                    Fields(complex, other);
                    break;
                case (UnionType union, UnionType other):
                    Members(union, other);
                    break;
                case (EnumType values, EnumType other):
                    Values(values, other);
                    break;
                case (InputObjectType input, InputObjectType other):
                    InputFields(input, other);
                    break;
                case (not null, not null) when old.Kind != now.Kind:
                    Add(SchemaChangeKind.TypeChangedKind, new(old.Name), $"{old.Name} changed from {Name(old.Kind)} to {Name(now.Kind)}.");
                    break;
            }
        }
    }

    private void Interfaces(ComplexType before, ComplexType after)
    {
        foreach (var (old, now) in Pairs(before.Interfaces, after.Interfaces, parent => parent.Name))
        {
            if (now is null)
            {
                Add(SchemaChangeKind.ImplementedInterfaceRemoved, new(before.Name), $"{before.Name} no longer implements {old!.Name}.");
            }
            else if (old is null)
            {
                Add(SchemaChangeKind.ImplementedInterfaceAdded, new(before.Name), $"{before.Name} now implements {now.Name}.");
            }
        }
    }

    private void Fields(ComplexType before, ComplexType after)
    {
        foreach (var (old, now) in Pairs(before.Fields, after.Fields, field => field.Name))
        {
            var coordinate = new SchemaCoordinate(before.Name, (old ?? now)!.Name);
            if (now is null)
            {
                Add(SchemaChangeKind.FieldRemoved, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null)
            {
                Add(SchemaChangeKind.FieldAdded, coordinate, $"{coordinate} was added.");
            }
            else
            {
                Arguments(coordinate, old, now);
                Deprecation(coordinate, old.DeprecationReason, now.DeprecationReason);
                if (!ChangeRules.IsSafeForOutput(old.Type, now.Type))
                {
                    Add(SchemaChangeKind.FieldChangedKind, coordinate, $"{coordinate} changed type from {old.Type} to {now.Type}.");
                }
            }
        }
    }

    private void Arguments(SchemaCoordinate field, FieldDefinition before, FieldDefinition after)
    {
        foreach (var (old, now) in Pairs(before.Arguments, after.Arguments, argument => argument.Name))
        {
            var coordinate = field with { Argument = (old ?? now)!.Name };
            if (now is null)
            {
                Add(SchemaChangeKind.ArgRemoved, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null)
            {
                Added(now, coordinate, SchemaChangeKind.RequiredArgAdded, SchemaChangeKind.OptionalArgAdded);
            }
            else if (!ChangeRules.IsSafeForInput(old.Type, now.Type))
            {
                Add(SchemaChangeKind.ArgChangedKind, coordinate, $"{coordinate} changed type from {old.Type} to {now.Type}.");
            }
            else
            {
                Default(coordinate, old, now, SchemaChangeKind.ArgDefaultValueChange);
                Deprecation(coordinate, old.DeprecationReason, now.DeprecationReason);
            }
        }
    }

    private void Members(UnionType before, UnionType after)
    {
        foreach (var (old, now) in Pairs(before.PossibleTypes, after.PossibleTypes, member => member.Name))
        {
            if (now is null)
            {
                Add(SchemaChangeKind.TypeRemovedFromUnion, new(before.Name), $"{old!.Name} was removed from the union {before.Name}.");
            }
            else if (old is null)
            {
                Add(SchemaChangeKind.TypeAddedToUnion, new(before.Name), $"{now.Name} was added to the union {before.Name}.");
            }
        }
    }

    private void Values(EnumType before, EnumType after)
    {
        foreach (var (old, now) in Pairs(before.Values, after.Values, value => value.Name))
        {
            var coordinate = new SchemaCoordinate(before.Name, (old ?? now)!.Name);
            if (now is null)
            {
                Add(SchemaChangeKind.ValueRemovedFromEnum, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null)
            {
                Add(SchemaChangeKind.ValueAddedToEnum, coordinate, $"{coordinate} was added.");
            }
            else
            {
                Deprecation(coordinate, old.DeprecationReason, now.DeprecationReason);
            }
        }
    }

    private void InputFields(InputObjectType before, InputObjectType after)
    {
        foreach (var (old, now) in Pairs(before.Fields, after.Fields, field => field.Name))
        {
            var coordinate = new SchemaCoordinate(before.Name, (old ?? now)!.Name);
            if (now is null)
            {
                Add(SchemaChangeKind.FieldRemoved, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null)
            {
                Added(now, coordinate, SchemaChangeKind.RequiredInputFieldAdded, SchemaChangeKind.OptionalInputFieldAdded);
            }
            else if (!ChangeRules.IsSafeForInput(old.Type, now.Type))
            {
                Add(SchemaChangeKind.FieldChangedKind, coordinate, $"{coordinate} changed type from {old.Type} to {now.Type}.");
            }
            else
            {
                Default(coordinate, old, now, SchemaChangeKind.InputFieldDefaultValueChange);
                Deprecation(coordinate, old.DeprecationReason, now.DeprecationReason);
            }
        }
    }

    private void Directives()
    {
        foreach (var (old, now) in Pairs(_before.Directives, _after.Directives, directive => directive.Name))
        {
            var coordinate = new SchemaCoordinate((old ?? now)!.Name, IsDirective: true);
            if (now is null)
            {
                Add(SchemaChangeKind.DirectiveRemoved, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null)
            {
                Add(SchemaChangeKind.DirectiveAdded, coordinate, $"{coordinate} was added.");
            }
            else
            {
                Directive(coordinate, old, now);
            }
        }
    }

    private void Directive(SchemaCoordinate directive, DirectiveDefinition before, DirectiveDefinition after)
    {
        foreach (var (old, now) in Pairs(before.Arguments, after.Arguments, argument => argument.Name))
        {
            var coordinate = directive with { Argument = (old ?? now)!.Name };
            if (now is null)
            {
                Add(SchemaChangeKind.DirectiveArgRemoved, coordinate, $"{coordinate} was removed.");
            }
            else if (old is null && now.IsRequired)
            {
                Add(SchemaChangeKind.RequiredDirectiveArgAdded, coordinate, $"{coordinate} was added and is required.");
            }
            else if (old is not null && !ChangeRules.IsSafeForInput(old.Type, now.Type))
            {
                Add(SchemaChangeKind.DirectiveArgChangedKind, coordinate, $"{coordinate} changed type from {old.Type} to {now.Type}.");
            }
        }

        if (before.IsRepeatable && !after.IsRepeatable)
        {
            Add(SchemaChangeKind.DirectiveRepeatableRemoved, directive, $"{directive} may no longer be repeated.");
        }

        foreach (var location in before.Locations.Except(after.Locations))
        {
            Add(SchemaChangeKind.DirectiveLocationRemoved, directive, $"{directive} may no longer stand at {SchemaPrinter.LocationName(location)}.");
        }
    }

    private void Added(InputValue value, SchemaCoordinate coordinate, SchemaChangeKind required, SchemaChangeKind optional)
    {
        if (value.IsRequired)
        {
            Add(required, coordinate, $"{coordinate} was added and is required.");
        }
        else
        {
            Add(optional, coordinate, $"{coordinate} was added.");
        }
    }

    private void Default(SchemaCoordinate coordinate, InputValue before, InputValue after, SchemaChangeKind kind)
    {
        // A default where there was none changes nothing for clients that send a value, and fills a gap for the others.
        if (before.HasDefault && DefaultText.Of(before) is var old && (after.HasDefault ? DefaultText.Of(after) : null) is var now && old != now)
        {
            Add(kind, coordinate, now is null ? $"{coordinate} lost its default {old}." : $"{coordinate} changed its default from {old} to {now}.");
        }
    }

    private void Deprecation(SchemaCoordinate coordinate, string? before, string? after)
    {
        if (before is null && after is not null)
        {
            Add(SchemaChangeKind.Deprecated, coordinate, $"{coordinate} is deprecated: {after}");
        }
    }

    private void Add(SchemaChangeKind kind, SchemaCoordinate coordinate, string message) => _changes.Add(new SchemaChange(kind, coordinate, message));

    private static IEnumerable<(T? Old, T? Now)> Pairs<T>(IEnumerable<T> before, IReadOnlyCollection<T> after, Func<T, string> name)
        where T : class
    {
        var remaining = after.ToDictionary(name, StringComparer.Ordinal);
        foreach (var old in before)
        {
            remaining.Remove(name(old), out var now);
            yield return (old, now);
        }

        foreach (var now in remaining.Values)
        {
            yield return (null, now);
        }
    }

    private static string Name(TypeKind kind) => kind switch
    {
        TypeKind.Scalar => "a scalar",
        TypeKind.Object => "an object",
        TypeKind.Interface => "an interface",
        TypeKind.Union => "a union",
        TypeKind.Enum => "an enum",
        _ => "an input object",
    };
}
