namespace Hedensted.GraphQL.Engine.Types.Introspection;

/// <summary>The types of <see href="https://spec.graphql.org/September2025/#sec-Introspection">introspection</see>, made with the same means as any other.</summary>
internal static class IntrospectionTypes
{
    private static readonly InputValue[] None = [];

    /// <summary>New types, because a type belongs to one schema; <c>__Schema</c> comes first.</summary>
    public static IReadOnlyList<NamedType> Create()
    {
        var kind = new EnumType<string>("__TypeKind", "What a type is.");
        foreach (var name in (string[])["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"])
        {
            kind.Value(name, name);
        }

        var type = new ObjectType<SchemaType>("__Type", "A type of the schema, or a list or non-null of one.");
        var inputValue = InputValueType(type);
        var field = FieldType(type, inputValue);
        var enumValue = EnumValueType();
        FillType(type, kind, field, inputValue, enumValue);
        var directive = DirectiveType(inputValue, out var location);
        var schema = new ObjectType<Schema>("__Schema", "What the server can answer.")
            .Field("description", Scalars.String, source => source.Description)
            .Field("types", type.NonNull().List().NonNull(), source => source.Types, "Every named type.")
            .Field("queryType", type.NonNull(), source => source.Query, "The root of queries.")
            .Field("mutationType", type, source => source.Mutation, "The root of mutations, if there is one.")
            .Field("subscriptionType", type, source => source.Subscription, "The root of subscriptions, if there is one.")
            .Field("directives", directive.NonNull().List().NonNull(), source => source.Directives, "Every directive.");
        return [schema, type, kind, field, inputValue, enumValue, directive, location];
    }

    private static InputValue[] IncludeDeprecated() => [new("includeDeprecated", Scalars.Boolean.NonNull(), defaultValue: "false")];

    private static void FillType(
        ObjectType<SchemaType> type, EnumType kind, ObjectType field, ObjectType inputValue, ObjectType enumValue) => type
        .Field("kind", kind.NonNull(), KindOf)
        .Field("name", Scalars.String, source => (source as NamedType)?.Name)
        .Field("description", Scalars.String, source => (source as NamedType)?.Description)
        .Field("specifiedByURL", Scalars.String, source => (source as ScalarType)?.SpecifiedBy)
        .Field(
            "fields",
            field.NonNull().List(),
            (source, ctx) => Current((source as ComplexType)?.Fields, definition => definition.DeprecationReason, ctx),
            arguments: IncludeDeprecated())
        .Field("interfaces", type.NonNull().List(), source => (source as ComplexType)?.Interfaces)
        .Field("possibleTypes", type.NonNull().List(), source => (source as IAbstractType)?.PossibleTypes)
        .Field(
            "enumValues",
            enumValue.NonNull().List(),
            (source, ctx) => Current((source as EnumType)?.Values, value => value.DeprecationReason, ctx),
            arguments: IncludeDeprecated())
        .Field(
            "inputFields",
            inputValue.NonNull().List(),
            (source, ctx) => Current((source as InputObjectType)?.Fields, value => value.DeprecationReason, ctx),
            arguments: IncludeDeprecated())
        .Field("ofType", type, source => source switch
        {
            ListType list => list.Item,
            NonNullType nonNull => nonNull.Inner,
            _ => null,
        })
        .Field("isOneOf", Scalars.Boolean, source => (source as InputObjectType)?.IsOneOf);

    private static ObjectType<FieldDefinition> FieldType(ObjectType type, ObjectType inputValue) =>
        new ObjectType<FieldDefinition>("__Field", "A field of an object or interface.")
            .Field("name", Scalars.String.NonNull(), source => source.Name)
            .Field("description", Scalars.String, source => source.Description)
            .Field(
                "args",
                inputValue.NonNull().List().NonNull(),
                (source, ctx) => Current(source.Arguments, value => value.DeprecationReason, ctx) ?? None,
                arguments: IncludeDeprecated())
            .Field("type", type.NonNull(), source => source.Type)
            .Field("isDeprecated", Scalars.Boolean.NonNull(), source => source.DeprecationReason is not null)
            .Field("deprecationReason", Scalars.String, source => source.DeprecationReason);

    private static ObjectType<InputValue> InputValueType(ObjectType type) =>
        new ObjectType<InputValue>("__InputValue", "An argument, or a field of an input object.")
            .Field("name", Scalars.String.NonNull(), source => source.Name)
            .Field("description", Scalars.String, source => source.Description)
            .Field("type", type.NonNull(), source => source.Type)
            .Field("defaultValue", Scalars.String, source => source.CanonicalDefault, "The default as a GraphQL literal.")
            .Field("isDeprecated", Scalars.Boolean.NonNull(), source => source.DeprecationReason is not null)
            .Field("deprecationReason", Scalars.String, source => source.DeprecationReason);

    private static ObjectType<EnumValue> EnumValueType() =>
        new ObjectType<EnumValue>("__EnumValue", "A value of an enum.")
            .Field("name", Scalars.String.NonNull(), source => source.Name)
            .Field("description", Scalars.String, source => source.Description)
            .Field("isDeprecated", Scalars.Boolean.NonNull(), source => source.DeprecationReason is not null)
            .Field("deprecationReason", Scalars.String, source => source.DeprecationReason);

    private static ObjectType<DirectiveDefinition> DirectiveType(ObjectType inputValue, out EnumType<DirectiveLocation> location)
    {
        location = Enums.Of<DirectiveLocation>("__DirectiveLocation", "Where a directive may stand.");
        return new ObjectType<DirectiveDefinition>("__Directive", "A directive that the server knows.")
            .Field("name", Scalars.String.NonNull(), source => source.Name)
            .Field("description", Scalars.String, source => source.Description)
            .Field("isRepeatable", Scalars.Boolean.NonNull(), source => source.IsRepeatable)
            .Field("locations", location.NonNull().List().NonNull(), source => source.Locations)
            .Field(
                "args",
                inputValue.NonNull().List().NonNull(),
                (source, ctx) => Current(source.Arguments, value => value.DeprecationReason, ctx) ?? None,
                arguments: IncludeDeprecated());
    }

    private static IReadOnlyList<T>? Current<T>(IReadOnlyList<T>? all, Func<T, string?> deprecation, FieldContext ctx) =>
        all is null || ctx.Arguments.Get<bool>("includeDeprecated") ? all : [.. all.Where(item => deprecation(item) is null)];

    private static string KindOf(SchemaType type) => type switch
    {
        ListType => "LIST",
        NonNullType => "NON_NULL",
        NamedType { Kind: TypeKind.InputObject } => "INPUT_OBJECT",
        NamedType { Kind: TypeKind.Scalar } => "SCALAR",
        NamedType { Kind: TypeKind.Object } => "OBJECT",
        NamedType { Kind: TypeKind.Interface } => "INTERFACE",
        NamedType { Kind: TypeKind.Union } => "UNION",
        _ => "ENUM",
    };
}
