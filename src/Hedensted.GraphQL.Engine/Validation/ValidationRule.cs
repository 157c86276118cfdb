using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation;

/// <summary>One rule of <see href="https://spec.graphql.org/September2025/#sec-Validation">validation</see>; a new instance checks each document.</summary>
/// <param name="code">The stable code of its errors.</param>
/// <param name="section">The anchor of its section in the specification; null for a rule of our own.</param>
internal abstract class ValidationRule(string code, string? section)
{
    public string Code { get; } = code;

    public string? Section { get; } = section;

    public virtual void EnterDocument(ValidationContext context, Document document)
    {
    }

    public virtual void LeaveDocument(ValidationContext context, Document document)
    {
    }

    public virtual void EnterOperation(ValidationContext context, OperationDefinition operation)
    {
    }

    public virtual void EnterFragment(ValidationContext context, FragmentDefinition fragment)
    {
    }

    public virtual void EnterVariable(ValidationContext context, VariableDefinition variable)
    {
    }

    /// <summary>Called with <see cref="ValidationContext.ParentType"/> and <see cref="ValidationContext.Field"/> set.</summary>
    public virtual void EnterField(ValidationContext context, FieldNode field)
    {
    }

    public virtual void EnterSpread(ValidationContext context, FragmentSpread spread)
    {
    }

    public virtual void EnterInline(ValidationContext context, InlineFragment inline)
    {
    }

    /// <summary>Called once for each place that may carry directives, also when there are none.</summary>
    public virtual void EnterDirectives(ValidationContext context, IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
    }

    /// <summary>Called for the arguments of a field or a directive, with what the schema knows about them; null when it does not know the owner.</summary>
    public virtual void EnterArguments(ValidationContext context, Node owner, IReadOnlyList<ArgumentNode> arguments, ArgumentOwner? definition)
    {
    }

    /// <summary>Called for each whole value: of an argument, or a variable's default.</summary>
    public virtual void EnterValue(ValidationContext context, ValueNode value, SchemaType? type)
    {
    }

    /// <summary>Called where a type is named: conditions and variables.</summary>
    public virtual void EnterNamedType(ValidationContext context, NamedTypeNode type)
    {
    }
}

/// <summary>A field or directive of the schema, as the owner of arguments.</summary>
/// <param name="Coordinate">How errors name it, e.g. <c>Query.events</c> or <c>@include</c>.</param>
/// <param name="Arguments">The arguments it takes.</param>
internal sealed record ArgumentOwner(string Coordinate, IReadOnlyList<InputValue> Arguments);
