using System.Text;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types.Building;
using Hedensted.GraphQL.Engine.Types.Definition;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Gathers the roots and makes a <see cref="Schema"/>; everything the roots reach is found by itself.</summary>
public sealed class SchemaBuilder
{
    private readonly List<NamedType> _extra = [];
    private readonly List<DirectiveDefinition> _directives = [];
    private readonly List<(byte[] Source, SchemaBinding Binding)> _definitions = [];
    private ObjectType? _query;
    private ObjectType? _mutation;
    private ObjectType? _subscription;
    private string? _description;

    /// <param name="query">The root of queries; its source is the request's state.</param>
    public SchemaBuilder(ObjectType query)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = query;
    }

    private SchemaBuilder()
    {
    }

    /// <summary>Makes a schema of a document in the schema definition language.</summary>
    /// <param name="definition">Types, directives and perhaps <c>schema</c>; extensions are merged into what they extend.</param>
    /// <param name="binding">Resolvers and scalars; null to read dictionaries.</param>
    /// <exception cref="SchemaException">The document cannot be read, or a rule of the type system is broken; all problems are listed.</exception>
    public static Schema FromDefinition(string definition, SchemaBinding? binding = null) => new SchemaBuilder().Extend(definition, binding).Build();

    /// <summary>Adds types, directives and extensions written in the schema definition language.</summary>
    /// <param name="definition">The document; <c>extend type</c> adds to types written in C# too.</param>
    /// <param name="binding">Resolvers and scalars of what it adds; null to read dictionaries.</param>
    public SchemaBuilder Extend(string definition, SchemaBinding? binding = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _definitions.Add((Encoding.UTF8.GetBytes(definition), binding ?? new SchemaBinding()));
        return this;
    }

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
        foreach (var (source, binding) in _definitions)
        {
            Read(source, binding);
        }

        var query = _query ?? throw new SchemaException(["schema: there is no root for queries; define a type called 'Query' or name one in 'schema'."]);
        var roots = new[] { query, _mutation, _subscription }.OfType<ObjectType>().ToArray();
        var directives = SpecifiedDirectives.Create()
            .Where(directive => !_directives.Exists(own => own.IsBuiltIn && own.Name == directive.Name))
            .Concat(_directives).ToArray();
        var types = TypeCollector.Collect([.. roots, .. _extra], directives);
        var schema = new Schema(new SchemaParts(_description, query, _mutation, _subscription, types, directives));
        var problems = SchemaValidator.Validate(schema);
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    private void Read(byte[] source, SchemaBinding binding)
    {
        var existing = DeclaredTypes.Find([.. new[] { _query, _mutation, _subscription }.OfType<NamedType>(), .. _extra]);
        Document document;
        try
        {
            document = Parser.Parse(source);
        }
        catch (SyntaxException error)
        {
            var place = SourceLocation.Of(source, error.Offset);
            throw new SchemaException([$"{place.Line}:{place.Column}: {error.Message}"]);
        }

        var broken = DefinitionRules.Check(document, source, existing, _directives);
        if (broken.Count > 0)
        {
            throw new SchemaException([.. broken.Select(error => $"{error.Locations[0].Line}:{error.Locations[0].Column}: {error.Message}")]);
        }

        var reader = new DefinitionReader(binding, existing);
        reader.Read(document);
        if (reader.Problems.Count > 0)
        {
            throw new SchemaException(reader.Problems);
        }

        _extra.AddRange(reader.Types);
        _directives.AddRange(reader.Directives);
        _description = reader.Description ?? _description;
        _query = reader.Roots.GetValueOrDefault(OperationKind.Query) as ObjectType ?? _query;
        _mutation = reader.Roots.GetValueOrDefault(OperationKind.Mutation) as ObjectType ?? _mutation;
        _subscription = reader.Roots.GetValueOrDefault(OperationKind.Subscription) as ObjectType ?? _subscription;
    }
}
