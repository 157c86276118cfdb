using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>A schema with an executor for each field, made when the engine is made, so that misfits fail then and not in a request.</summary>
internal sealed class ExecutableSchema : IFieldVisitor<FieldExecutor>
{
    private readonly Dictionary<FieldDefinition, FieldExecutor> _executors = [];

    /// <exception cref="SchemaException">A resolver answers with something its field's type cannot express, or is missing.</exception>
    public ExecutableSchema(Schema schema)
    {
        Schema = schema;
        var problems = new List<string>();
        var objects = schema.Types.OfType<ObjectType>().ToArray();
        ObjectTypeCount = objects.Length;
        var meta = schema.MetaFields;
        _executors[meta.TypeName] = new TypeNameExecutor { IsNonNull = true, IsTracked = false };
        foreach (var (coordinate, field) in objects
            .SelectMany(type => type.Fields.Select(field => ($"{type.Name}.{field.Name}", field)))
            .Append(("__schema", meta.SchemaField))
            .Append(("__type", meta.TypeField)))
        {
            try
            {
                _executors.TryAdd(field, field.Accept(this));
            }
            catch (ArgumentException misfit)
            {
                problems.Add($"{coordinate}: {misfit.Message}");
            }
        }

        if (problems.Count > 0)
        {
            throw new SchemaException(problems);
        }
    }

    public Schema Schema { get; }

    public int ObjectTypeCount { get; }

    public FieldExecutor ExecutorOf(FieldDefinition field) => _executors[field];

    public ObjectType RootOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => Schema.Query,
        OperationKind.Mutation => Schema.Mutation!,
        _ => Schema.Subscription!,
    };

    FieldExecutor IFieldVisitor<FieldExecutor>.Visit<TSource, TValue>(ResolvedField<TSource, TValue> field) =>
        new ResolverExecutor<TSource, TValue>(field.Resolve, ValueWriters.Create<TValue>(field.Type))
        {
            IsNonNull = field.Type is NonNullType,
            IsTracked = field.Type.Nullable is ListType || field.Type.Named.IsComposite,
        };

    FieldExecutor IFieldVisitor<FieldExecutor>.VisitUnresolved(FieldDefinition field) =>
        throw new ArgumentException("the field has no resolver; add one here or on the interface.");
}
