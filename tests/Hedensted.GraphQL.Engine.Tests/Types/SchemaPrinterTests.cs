using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Types;

public class SchemaPrinterTests
{
    [Test]
    public void A_schema_is_printed_type_by_type()
    {
        var node = new InterfaceType<object>("Node", "Has an id.").Field("id", Scalars.Id.NonNull());
        var page = new ObjectType<object>("Page", "A page.\nOf text.").Implements(node)
            .Field("id", Scalars.Id.NonNull(), _ => "1")
            .Field("old", Scalars.DateTime, _ => (DateTimeOffset?)null, deprecated: "Use \"new\".");
        var filter = new InputObjectType("Filter").Field("text", Scalars.String, defaultValue: "\"a\"").Field("kinds", new TypeReference("Kind").List(), defaultValue: "[BIG,SMALL]");
        var kind = new EnumType<int>("Kind").Value("BIG", 1, "Very big.").Value("SMALL", 2, deprecated: "Too small");
        var query = new ObjectType<object>("Query")
            .Field("find", new UnionType("Found").Of(page), _ => new object(), "Finds.", arguments: [new("filter", filter), new("first", Scalars.Int.NonNull(), defaultValue: "10")])
            .Field("node", node, _ => new object(), arguments: [new("id", Scalars.Id.NonNull(), "Which.")]);
        var schema = new SchemaBuilder(query).Types(kind, new InputObjectType("One", oneOf: true).Field("a", Scalars.Int))
            .Directive(new DirectiveDefinition("cost", [DirectiveLocation.FieldDefinition, DirectiveLocation.Enum], arguments: [new("weight", Scalars.String)])).Build();

        Assert.That(schema.ToSchemaDefinition(), Is.EqualTo(""""
            directive @cost(weight: String) on FIELD_DEFINITION | ENUM

            """
            The `DateTime` scalar type represents a date and time with time zone offset information.
            """
            scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/chillicream/date-time.html")

            input Filter {
              text: String = "a"
              kinds: [Kind] = [BIG, SMALL]
            }

            union Found = Page

            enum Kind {
              """Very big."""
              BIG
              SMALL @deprecated(reason: "Too small")
            }

            """Has an id."""
            interface Node {
              id: ID!
            }

            input One @oneOf {
              a: Int
            }

            """
            A page.
            Of text.
            """
            type Page implements Node {
              id: ID!
              old: DateTime @deprecated(reason: "Use \"new\".")
            }

            type Query {
              """Finds."""
              find(filter: Filter, first: Int! = 10): Found
              node(
                """Which."""
                id: ID!
              ): Node
            }

            """"));
    }

    [Test]
    public void Roots_with_names_of_their_own_are_declared()
    {
        var schema = new SchemaBuilder(new ObjectType<object>("Root").Field("a", Scalars.Int, _ => 1)).Describe("Ours.").Build();
        Assert.That(schema.ToSchemaDefinition(), Does.StartWith("\"\"\"Ours.\"\"\"\nschema {\n  query: Root\n}\n"));
    }
}
