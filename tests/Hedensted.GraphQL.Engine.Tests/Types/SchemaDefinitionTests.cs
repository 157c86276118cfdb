using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Types;

/// <summary>Schemas written in the schema definition language.</summary>
public class SchemaDefinitionTests
{
    private static readonly Dictionary<string, object?> Library = new()
    {
        ["branch"] = new Dictionary<string, object?> { ["name"] = "Hedensted", ["kind"] = "MAIN", ["__typename"] = "Branch" },
    };

    private static string Ask(Schema schema, string document) => new GraphQLEngine(schema).Ask(document, Library);

    [Test]
    public void Without_a_binding_fields_read_dictionaries()
    {
        var schema = SchemaBuilder.FromDefinition("""
            type Query { branch: Place }
            interface Place { name: String! }
            type Branch implements Place { name: String!  kind: Kind }
            enum Kind { MAIN SMALL }
            """);
        Assert.That(Ask(schema, "{ branch { __typename name ... on Branch { kind } } }"), Is.EqualTo("""{"data":{"branch":{"__typename":"Branch","name":"Hedensted","kind":"MAIN"}}}"""));
    }

    [Test]
    public void A_binding_gives_resolvers_and_scalars()
    {
        var schema = SchemaBuilder.FromDefinition("scalar DateTime type Query { day(of: DateTime!): DateTime  any: Other } scalar Other", new SchemaBinding
        {
            Scalars = [Scalars.DateTime],
            Resolve = (type, field) => (type, field) switch
            {
                ("Query", "day") => (_, ctx) => ctx.Arguments.Get<DateTimeOffset>("of").AddDays(1),
                _ => (_, _) => new[] { 1, 2 },
            },
        });
        Assert.That(Ask(schema, """{ day(of: "2026-11-22T10:00:00Z") any }"""), Is.EqualTo("""{"data":{"day":"2026-11-23T10:00:00Z","any":[1,2]}}"""));
    }

    [Test]
    public void What_is_printed_reads_back_the_same()
    {
        const string Definition = """"
            """Ours."""
            schema {
              query: Root
            }

            directive @mark(at: [Int!] = [1, 2]) repeatable on FIELD | OBJECT

            input Filter @oneOf {
              name: String
              ids: [ID!]
            }

            interface Node implements Thing {
              id: ID!
            }

            union One = Page

            scalar Own @specifiedBy(url: "https://example.org")

            type Page implements Node & Thing {
              id: ID!

              """
              Two
              lines.
              """
              old(first: Int = 10, filter: Filter): Own @deprecated
              older: Own @deprecated(reason: "Use \"old\".")
            }

            type Root {
              one: One
            }

            interface Thing {
              id: ID!
            }

            """";
        Assert.That(SchemaBuilder.FromDefinition(Definition).ToSchemaDefinition(), Is.EqualTo(Definition));
    }

    [Test]
    public void Extensions_are_merged()
    {
        var schema = SchemaBuilder.FromDefinition("""
            type Query { a: Int }
            extend type Query implements Has { b(in: In): Kind }
            interface Has { a: Int }
            enum Kind { X } extend enum Kind { Y }
            input In { x: Int } extend input In { y: Int }
            union U = Query extend union U = Other
            type Other { a: Int }
            extend schema { mutation: Other }
            extend scalar Own @specifiedBy(url: "https://example.org/later") scalar Own
            """);
        var printed = schema.ToSchemaDefinition();
        Assert.Multiple(() =>
        {
            Assert.That(printed, Does.Contain("type Query implements Has {\n  a: Int\n  b(in: In): Kind\n}"));
            Assert.That(printed, Does.Contain("enum Kind {\n  X\n  Y\n}"));
            Assert.That(printed, Does.Contain("input In {\n  x: Int\n  y: Int\n}"));
            Assert.That(printed, Does.Contain("union U = Query | Other"));
            Assert.That(printed, Does.Contain("scalar Own @specifiedBy(url: \"https://example.org/later\")"));
            Assert.That(schema.Mutation!.Name, Is.EqualTo("Other"));
        });
    }

    [Test]
    public void Types_written_in_code_can_be_extended()
    {
        var branch = new ObjectType<Dictionary<string, object?>>("Branch").Field("name", Scalars.String, b => (string?)b["name"]);
        var query = new ObjectType<Dictionary<string, object?>>("Query").Field("branch", branch, q => (Dictionary<string, object?>)q["branch"]!);
        var schema = new SchemaBuilder(query)
            .Extend("extend type Branch { shout: String! } directive @mark on FIELD", new SchemaBinding { Resolve = (_, _) => (source, _) => ((Dictionary<string, object?>)source)["name"] + "!" })
            .Build();
        Assert.That(Ask(schema, "{ branch @mark { name shout } }"), Is.EqualTo("""{"data":{"branch":{"name":"Hedensted","shout":"Hedensted!"}}}"""));
    }

    [TestCase("type Query { a: Int", "1:20: Expected a name, found the end of the document.")]
    [TestCase("type Query { a(: Int): Int }", "1:16: Expected a name, found ':'.")]
    [TestCase("extend type Query", "1:18: Expected what the extension adds, found the end of the document.")]
    [TestCase("enum E { true }", "1:10: An enum value cannot be called true, false or null; rename it.")]
    [TestCase("directive @a on NOWHERE", "1:17: Expected a directive location such as 'FIELD', found 'NOWHERE'.")]
    [TestCase("type A { a: Int }", "schema: there is no root for queries; define a type called 'Query' or name one in 'schema'.")]
    [TestCase("input Query { a: Int }", "Query: the root of a query is an object type, not this.")]
    [TestCase("type Query { a: Int } type B implements Query { a: Int }", "B: cannot implement 'Query', which is not an interface.")]
    [TestCase("type Query { a: U } union U = E enum E { A }", "U: 'E' cannot be a member; only object types can be members of a union.")]
    [TestCase("type Query { a: Int } schema { query: Query mutation: Query }", "Query: is the root of several kinds of operations; give each a type of its own.")]
    [TestCase("interface I { a: Int } type Query implements I { b: Int }", "Query.a: the field is missing; 'I' promises it.")]
    [TestCase("query { a } type Query { a: Int }", "1:1: Operations and fragments do not belong to a schema; remove this one.")]
    public void What_is_wrong_is_said(string definition, string problem)
    {
        var refused = Assert.Throws<SchemaException>(() => SchemaBuilder.FromDefinition(definition));
        Assert.That(refused!.Problems, Is.EqualTo([problem]));
    }
}
