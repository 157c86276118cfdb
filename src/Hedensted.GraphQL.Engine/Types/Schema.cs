using System.Collections.Frozen;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A finished, immutable set of types. Build one with <see cref="SchemaBuilder"/>.</summary>
public sealed class Schema
{
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
        _directives = parts.Directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
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

    /// <summary>The directive with that name (without <c>@</c>), or null.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);
}

/// <summary>What a builder hands to the schema it makes.</summary>
internal sealed record SchemaParts(
    string? Description,
    ObjectType Query,
    ObjectType? Mutation,
    ObjectType? Subscription,
    IReadOnlyList<NamedType> Types,
    IReadOnlyList<DirectiveDefinition> Directives);
