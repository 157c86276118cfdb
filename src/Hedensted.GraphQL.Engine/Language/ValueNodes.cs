namespace Hedensted.GraphQL.Engine.Language;

/// <summary>A value as written; see <see href="https://spec.graphql.org/September2025/#sec-Input-Values">Input values</see>.</summary>
internal abstract class ValueNode : Node
{
    public override string ToString() => DocumentPrinter.Print(this);
}

internal sealed class VariableNode : ValueNode
{
    public required string Name { get; init; }
}

internal sealed class IntNode : ValueNode
{
    public required string Text { get; init; }
}

internal sealed class FloatNode : ValueNode
{
    public required string Text { get; init; }
}

internal sealed class StringNode : ValueNode
{
    public required string Value { get; init; }

    public required bool IsBlock { get; init; }
}

internal sealed class BooleanNode : ValueNode
{
    public required bool Value { get; init; }
}

internal sealed class NullNode : ValueNode;

internal sealed class EnumNode : ValueNode
{
    public required string Name { get; init; }
}

internal sealed class ListNode : ValueNode
{
    public required IReadOnlyList<ValueNode> Items { get; init; }
}

internal sealed class ObjectNode : ValueNode
{
    public required IReadOnlyList<ObjectFieldNode> Fields { get; init; }
}

internal sealed class ObjectFieldNode : Node
{
    public required string Name { get; init; }

    public required ValueNode Value { get; init; }
}
