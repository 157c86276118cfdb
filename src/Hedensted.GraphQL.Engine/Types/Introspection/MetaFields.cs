namespace Hedensted.GraphQL.Engine.Types.Introspection;

/// <summary>The fields that exist without being declared: <c>__typename</c>, and at the root <c>__schema</c> and <c>__type</c>.</summary>
internal sealed class MetaFields
{
    public MetaFields(Schema schema)
    {
        var schemaType = schema.FindType("__Schema")!;
        var type = schema.FindType("__Type")!;
        TypeName = new PromisedField("__typename", () => Scalars.String.NonNull(), "The name of the object's type.", null, null);
        SchemaField = new ResolvedField<object, Schema>(
            "__schema", () => schemaType.NonNull(), (_, _) => schema, "What the server can answer.", null, null);
        TypeField = new ResolvedField<object, SchemaType?>(
            "__type",
            () => type,
            (_, ctx) => schema.FindType(ctx.Arguments.Get<string>("name")),
            "One type of the schema.",
            null,
            [new InputValue("name", Scalars.String.NonNull())]);
        foreach (var field in (FieldDefinition[])[TypeName, SchemaField, TypeField])
        {
            field.Bind(name => schema.FindType(name)!);
        }
    }

    public FieldDefinition TypeName { get; }

    public FieldDefinition SchemaField { get; }

    public FieldDefinition TypeField { get; }
}
