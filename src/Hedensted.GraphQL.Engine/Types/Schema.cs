using System.Collections.Frozen;
using Hedensted.GraphQL.Engine.Types.Building;
using Hedensted.GraphQL.Engine.Types.Introspection;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A finished, immutable set of types. Build one with <see cref="SchemaBuilder"/>.</summary>
public sealed class Schema
{
    private static readonly FrozenSet<string> IntrospectionNames =
        IntrospectionTypes.Create().Select(type => type.Name).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, NamedType> _types;
    private readonly FrozenDictionary<string, DirectiveDefinition> _directives;

    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        Query = parts.Query;
        Mutation = parts.Mutation;
        Subscription = parts.Subscription;
        Types = parts.Types;
        Directives = parts.Directives;
        _types = parts.Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = parts.Directives.DistinctBy(directive => directive.Name)
            .ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        MetaFields = new MetaFields(this);
    }

    /// <summary>What introspection tells about the schema.</summary>
    public string? Description { get; }

    /// <summary>The root of queries.</summary>
    public ObjectType Query { get; }

    /// <summary>The root of mutations, or null.</summary>
    public ObjectType? Mutation { get; }

    /// <summary>The root of subscriptions, or null.</summary>
    public ObjectType? Subscription { get; }

    /// <summary>Every type, introspection's own included, in the order they were found.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>Every directive, the specification's own included.</summary>
    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The type with that name, or null.</summary>
    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    /// <summary>The schema in the schema definition language, types by name; stable, so it can be checked in and compared.</summary>
    public string ToSchemaDefinition() => SchemaPrinter.Print(this);

    /// <summary>The directive with that name (without <c>@</c>), or null.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    internal MetaFields MetaFields { get; }

    internal static bool IsIntrospection(NamedType type) => IntrospectionNames.Contains(type.Name);

    internal static bool IsIntrospectionName(string name) => IntrospectionNames.Contains(name);

    /// <summary>The field a selection on a type means, undeclared ones included; null when there is none.</summary>
    internal FieldDefinition? FindField(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            return name switch
            {
                "__typename" when parent.IsComposite => MetaFields.TypeName,
                "__schema" when ReferenceEquals(parent, Query) => MetaFields.SchemaField,
                "__type" when ReferenceEquals(parent, Query) => MetaFields.TypeField,
                _ => null,
            };
        }

        return (parent as ComplexType)?.FindField(name);
    }
}

/// <summary>What a builder hands to the schema it makes.</summary>
internal sealed record SchemaParts(
    string? Description,
    ObjectType Query,
    ObjectType? Mutation,
    ObjectType? Subscription,
    IReadOnlyList<NamedType> Types,
    IReadOnlyList<DirectiveDefinition> Directives);
