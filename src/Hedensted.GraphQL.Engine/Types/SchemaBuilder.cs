using Hedensted.GraphQL.Engine.Types.Building;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Gathers the roots and makes a <see cref="Schema"/>; everything the roots reach is found by itself.</summary>
/// <param name="query">The root of queries; its source is the request's state.</param>
public sealed class SchemaBuilder(ObjectType query)
{
    private readonly List<NamedType> _extra = [];
    private readonly List<DirectiveDefinition> _directives = [];
    private ObjectType? _mutation;
    private ObjectType? _subscription;
    private string? _description;

    /// <summary>Sets what introspection tells about the schema.</summary>
    public SchemaBuilder Describe(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>Sets the root of mutations.</summary>
    public SchemaBuilder Mutation(ObjectType mutation)
    {
        _mutation = mutation;
        return this;
    }

    /// <summary>Sets the root of subscriptions.</summary>
    public SchemaBuilder Subscription(ObjectType subscription)
    {
        _subscription = subscription;
        return this;
    }

    /// <summary>Adds types that no field names: objects behind an interface, and types made at run time that are referred to by name.</summary>
    public SchemaBuilder Types(params IEnumerable<NamedType> types)
    {
        _extra.AddRange(types);
        return this;
    }

    /// <summary>Adds a directive beside the specification's own.</summary>
    public SchemaBuilder Directive(DirectiveDefinition directive)
    {
        _directives.Add(directive);
        return this;
    }

    /// <summary>Makes the schema.</summary>
    /// <exception cref="SchemaException">A rule of the type system is broken; all problems are listed.</exception>
    public Schema Build()
    {
        var roots = new[] { query, _mutation, _subscription }.OfType<ObjectType>().ToArray();
        var directives = SpecifiedDirectives.Create().Concat(_directives).ToArray();
        var types = TypeCollector.Collect([.. roots, .. _extra], directives);
        var schema = new Schema(new SchemaParts(_description, query, _mutation, _subscription, types, directives));
        var problems = SchemaValidator.Validate(schema);
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }
}
