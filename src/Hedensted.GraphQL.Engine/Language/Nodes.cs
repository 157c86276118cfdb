namespace Hedensted.GraphQL.Engine.Language;

/// <summary>A piece of a document.</summary>
internal abstract class Node
{
    /// <summary>The byte it starts at.</summary>
    public required int Start { get; init; }
}

/// <summary>Where a name stands, for errors that are about the name.</summary>
internal sealed class NamePlace : Node;

/// <summary>A whole document.</summary>
internal sealed class Document : Node
{
    public required IReadOnlyList<Definition> Definitions { get; init; }

    public required int TokenCount { get; init; }

    public IEnumerable<OperationDefinition> Operations => Definitions.OfType<OperationDefinition>();

    public IEnumerable<FragmentDefinition> Fragments => Definitions.OfType<FragmentDefinition>();
}

internal abstract class Definition : Node;

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

internal sealed class OperationDefinition : Definition
{
    public required OperationKind Kind { get; init; }

    public required string? Description { get; init; }

    public required string? Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required IReadOnlyList<VariableDefinition> Variables { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }

    public required SelectionSet SelectionSet { get; init; }
}

internal sealed class FragmentDefinition : Definition
{
    public required string? Description { get; init; }

    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required NamedTypeNode TypeCondition { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }

    public required SelectionSet SelectionSet { get; init; }
}

internal sealed class VariableDefinition : Node
{
    public required string? Description { get; init; }

    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required TypeNode Type { get; init; }

    public required ValueNode? DefaultValue { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class SelectionSet : Node
{
    public required IReadOnlyList<Selection> Selections { get; init; }
}

internal abstract class Selection : Node
{
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class FieldNode : Selection
{
    public required string? Alias { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<ArgumentNode> Arguments { get; init; }

    public required SelectionSet? SelectionSet { get; init; }

    public string ResponseName => Alias ?? Name;
}

internal sealed class FragmentSpread : Selection
{
    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }
}

internal sealed class InlineFragment : Selection
{
    public required NamedTypeNode? TypeCondition { get; init; }

    public required SelectionSet SelectionSet { get; init; }
}

internal sealed class ArgumentNode : Node
{
    public required string Name { get; init; }

    public required ValueNode Value { get; init; }
}

internal sealed class Directive : Node
{
    public required string Name { get; init; }

    public required IReadOnlyList<ArgumentNode> Arguments { get; init; }

    public ValueNode? FindArgument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}

internal abstract class TypeNode : Node;

internal sealed class NamedTypeNode : TypeNode
{
    public required string Name { get; init; }

    public override string ToString() => Name;
}

internal sealed class ListTypeNode : TypeNode
{
    public required TypeNode Item { get; init; }

    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullTypeNode : TypeNode
{
    public required TypeNode Inner { get; init; }

    public override string ToString() => $"{Inner}!";
}
