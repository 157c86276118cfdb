using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Schema.Contract;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>How a breaking change is caught, declared, and what a declaration must be.</summary>
public class SchemaReviewTests
{
    private const string Released = "type Query { title: String room: String }";
    private const string Declared = """[{ "coordinate": "Query.room", "change": "FieldRemoved", "reason": "Use place." }]""";

    private static readonly Engine.Types.Schema Now = SchemaBuilder.FromDefinition("type Query { title: String }");

    [Test]
    public void A_breaking_change_that_nobody_declared_is_told_with_its_coordinate() =>
        Assert.That(Review("[]").Undeclared.Single().Coordinate.ToString(), Is.EqualTo("Query.room"));

    [Test]
    public void A_declared_one_passes()
    {
        var review = Review(Declared);
        Assert.That((review.Undeclared.Count, review.Needless.Count, review.Changes.Count), Is.EqualTo((0, 0, 1)));
    }

    [TestCase("FieldChangedKind", "Query.room")]
    [TestCase("FieldRemoved", "Query.title")]
    public void A_declaration_covers_what_it_names_and_nothing_else(string change, string coordinate)
    {
        var review = Review($$"""[{ "coordinate": "{{coordinate}}", "change": "{{change}}", "reason": "Use place." }]""");
        Assert.That((review.Undeclared.Count, review.Needless.Count), Is.EqualTo((1, 1)));
    }

    [TestCase("""[{ "coordinate": "Query.room", "change": "FieldRemoved", "reason": " " }]""", "Query.room")]
    [TestCase("""[{ "coordinate": "Query.room", "reason": "Use place." }]""", "change")]
    [TestCase("{}", "JSON list")]
    public void A_declaration_that_is_not_whole_is_refused(string json, string named) =>
        Assert.That(() => DeclaredChange.ReadList(json), Throws.TypeOf<FormatException>().With.Message.Contains(named));

    private static SchemaReview Review(string declarations) => SchemaReview.Of(Released, Now, DeclaredChange.ReadList(declarations));
}
