using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Types;

/// <summary>A schema that breaks a rule is not built, and says what to do.</summary>
public class SchemaRulesTests
{
    private static ObjectType<string> Query() => new ObjectType<string>("Query").Field("a", Scalars.Int, _ => 1);

    private static void Expect(string problem, ObjectType query, params NamedType[] types)
    {
        var refused = Assert.Throws<SchemaException>(() => _ = new GraphQLEngine(new SchemaBuilder(query).Types(types).Build()));
        Assert.That(refused!.Problems, Has.Some.EqualTo(problem).Or.Some.Contains(problem), refused.Message);
    }

    [Test]
    public void Names_keep_to_the_alphabet() => Expect("Query.å: a name has only letters", Query().Field("å", Scalars.Int, _ => 1));

    [Test]
    public void Two_underscores_belong_to_introspection() => Expect("Query.__a: names that start with '__'", Query().Field("__a", Scalars.Int, _ => 1));

    [Test]
    public void A_type_needs_a_field() => Expect("Empty: a type needs at least one field.", Query(), new ObjectType<string>("Empty"));

    [Test]
    public void An_enum_needs_a_value() => Expect("Empty: an enum needs at least one value.", Query(), new EnumType<string>("Empty"));

    [Test]
    public void A_union_needs_a_member() => Expect("Empty: a union needs at least one member.", Query(), new UnionType("Empty"));

    [Test]
    public void A_reference_leads_somewhere() =>
        Expect("Nowhere: nothing has this name", Query().Field("b", new TypeReference("Nowhere"), _ => new object()));

    [Test]
    public void Two_types_have_two_names() => Expect("Twin: two types have this name", Query(),
        new ObjectType<string>("Twin").Field("a", Scalars.Int, _ => 1), new ObjectType<string>("Twin").Field("a", Scalars.Int, _ => 1));

    [Test]
    public void A_type_belongs_to_one_schema()
    {
        var query = Query();
        _ = new SchemaBuilder(query).Build();
        Expect("Query: the type belongs to another schema", query);
    }

    [Test]
    public void A_field_answers_with_an_output_type() => Expect("Query.b: 'In' is an input type",
        Query().Field("b", new InputObjectType("In").Field("a", Scalars.Int), _ => 1));

    [Test]
    public void An_argument_takes_an_input_type() => Expect("Query.b(in:): 'Out' is an output type",
        Query().Field("b", Scalars.Int, _ => 1, arguments: [new("in", new ObjectType<string>("Out").Field("a", Scalars.Int, _ => 1))]));

    [Test]
    public void A_default_fits() => Expect("Query.b(in:): the default '\"x\"' does not fit the type 'Int'.",
        Query().Field("b", Scalars.Int, _ => 1, arguments: [new("in", Scalars.Int, defaultValue: "\"x\"")]));

    [Test]
    public void A_default_is_a_literal() => Expect("Query.b(in:): the default '{' is not a GraphQL literal.",
        Query().Field("b", Scalars.Int, _ => 1, arguments: [new("in", Scalars.Int, defaultValue: "{")]));

    [Test]
    public void What_is_required_is_not_deprecated() => Expect("Query.b(in:): what is required cannot be deprecated",
        Query().Field("b", Scalars.Int, _ => 1, arguments: [new("in", Scalars.Int.NonNull(), deprecated: "no")]));

    [Test]
    public void An_input_object_does_not_need_itself()
    {
        var first = new InputObjectType("First");
        var second = new InputObjectType("Second").Field("first", first.NonNull());
        first.Field("second", second.NonNull());
        Expect("First: needs itself (First → Second → First)", Query(), first);
    }

    [Test]
    public void A_default_does_not_contain_itself()
    {
        var input = new InputObjectType("Loop");
        input.Field("again", input, defaultValue: "{}");
        Expect("Loop.again: the default contains itself", Query(), input);
    }

    [Test]
    public void A_one_of_field_is_nullable() =>
        Expect("One.a: a field of a oneOf input object is nullable", Query(), new InputObjectType("One", oneOf: true).Field("a", Scalars.Int.NonNull()));

    [Test]
    public void An_object_keeps_an_interfaces_promise()
    {
        var promise = new InterfaceType<string>("Promise").Field("a", Scalars.Int.NonNull()).Field("b", Scalars.Int, arguments: [new("x", Scalars.Int)]);
        var type = new ObjectType<string>("Keeper").Implements(promise)
            .Field("a", Scalars.Int, _ => 1)
            .Field("b", Scalars.Int, _ => 1, arguments: [new("y", Scalars.Int.NonNull())]);
        var refused = Assert.Throws<SchemaException>(() => new SchemaBuilder(Query()).Types(type).Build());
        Assert.That(refused!.Problems, Is.EqualTo([
            "Keeper.a: the type 'Int' is not a 'Int!', which 'Promise' promises.",
            "Keeper.b(x:): must exist with the type 'Int', because 'Promise' promises it.",
            "Keeper.b(y:): cannot be required, because 'Promise' does not know it.",
        ]));
    }

    [Test]
    public void A_missing_promise_is_named() => Expect("Keeper.a: the field is missing; 'Promise' promises it.", Query(),
        new ObjectType<string>("Keeper").Implements(new InterfaceType<string>("Promise").Field("a", Scalars.Int)).Field("b", Scalars.Int, _ => 1));

    [Test]
    public void An_interfaces_interfaces_are_implemented_too()
    {
        var root = new InterfaceType<string>("Root").Field("a", Scalars.Int, _ => 1);
        var branch = new InterfaceType<string>("Branch").Implements(root);
        Expect("Leaf: must also implement 'Root', because 'Branch' does.", Query(), new ObjectType<string>("Leaf").Implements(branch));
    }

    [Test]
    public void A_resolver_that_can_never_fit_is_found_before_the_first_request() => Expect("Query.b: the resolver answers with 'Int32', which cannot be a 'Other'.",
        Query().Field("b", new ObjectType<string>("Other").Field("a", Scalars.Int, _ => 1), _ => 1));
}
