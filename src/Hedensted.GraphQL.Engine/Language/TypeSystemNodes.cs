namespace Hedensted.GraphQL.Engine.Language;

/// <summary>A definition or extension of the schema definition language; see <see href="https://spec.graphql.org/September2025/#sec-Type-System">Type system</see>.</summary>
internal abstract class TypeSystemDefinition : Definition
{
    /// <summary>The keyword it starts with, <c>extend</c> left out.</summary>
    public abstract string Keyword { get; }

    public required bool IsExtension { get; init; }

    public required string? Description { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }
}

/// <summary>A definition of something with a name: a type or a directive.</summary>
internal abstract class NamedDeclaration : TypeSystemDefinition
{
    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }
}

internal sealed class SchemaDeclaration : TypeSystemDefinition
{
    public override string Keyword => "schema";

    public required IReadOnlyList<RootDeclaration> Roots { get; init; }
}

/// <summary><c>query: Query</c> inside <c>schema</c>.</summary>
internal sealed class RootDeclaration : Node
{
    public required OperationKind Kind { get; init; }

    public required NamedTypeNode Type { get; init; }
}

internal abstract class TypeDeclaration : NamedDeclaration;

internal sealed class ScalarDeclaration : TypeDeclaration
{
    public override string Keyword => "scalar";
}

/// <summary>An object or interface type.</summary>
internal sealed class ComplexDeclaration : TypeDeclaration
{
    public override string Keyword => IsInterface ? "interface" : "type";

    public required bool IsInterface { get; init; }

    public required IReadOnlyList<NamedTypeNode> Interfaces { get; init; }

    public required IReadOnlyList<FieldDeclaration> Fields { get; init; }
}

internal sealed class UnionDeclaration : TypeDeclaration
{
    public override string Keyword => "union";

    public required IReadOnlyList<NamedTypeNode> Members { get; init; }
}

internal sealed class EnumDeclaration : TypeDeclaration
{
    public override string Keyword => "enum";

    public required IReadOnlyList<EnumValueDeclaration> Values { get; init; }
}

internal sealed class InputDeclaration : TypeDeclaration
{
    public override string Keyword => "input";

    public required IReadOnlyList<InputValueDeclaration> Fields { get; init; }
}

internal sealed class DirectiveDeclaration : NamedDeclaration
{
    public override string Keyword => "directive";

    public required IReadOnlyList<InputValueDeclaration> Arguments { get; init; }

    public required bool IsRepeatable { get; init; }

    public required IReadOnlyList<string> Locations { get; init; }
}

internal sealed class FieldDeclaration : Node
{
    public required string? Description { get; init; }

    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required IReadOnlyList<InputValueDeclaration> Arguments { get; init; }

    public required TypeNode Type { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class InputValueDeclaration : Node
{
    public required string? Description { get; init; }

    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required TypeNode Type { get; init; }

    public required ValueNode? DefaultValue { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class EnumValueDeclaration : Node
{
    public required string? Description { get; init; }

    public required string Name { get; init; }

    public required NamePlace NamePlace { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }
}
