using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class OperationTypeExistenceTests() : RuleTests("OPERATION_TYPE_EXISTENCE")
{
    [TestCase("{ dog { name } }")]
    [TestCase("""mutation { rename(name: "x") }""")]
    [TestCase("subscription { newPet { name } }")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("mutation { a }")]
    [TestCase("subscription { a }")]
    public void A_schema_of_queries_answers_nothing_else(string document) => Assert.That(
        Answers.Errors(Answers.AskOf(query => query.Field("a", Scalars.Int, _ => 1), document)),
        Is.EqualTo(["OPERATION_TYPE_EXISTENCE 1:1"]));
}
