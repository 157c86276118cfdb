using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>Which fields are answered, and in which order.</summary>
public class SelectionTests
{
    [TestCase("{ dog { name alias: name __typename } }", """{"dog":{"name":"Buster","alias":"Buster","__typename":"Dog"}}""")]
    [TestCase("{ __typename t: __typename }", """{"__typename":"Query","t":"Query"}""")]
    [TestCase("{ dog { ...F } } fragment F on Dog { ...G nickname } fragment G on Pet { name }", """{"dog":{"name":"Buster","nickname":"Bus"}}""")]
    [TestCase("{ human { pets { __typename name ... on Dog { barkVolume } ... on Cat { meowVolume } } } }",
        """{"human":{"pets":[{"__typename":"Dog","name":"Buster","barkVolume":8},{"__typename":"Cat","name":"Mis","meowVolume":3}]}}""")]
    [TestCase("{ catOrDog { ... on Pet { name } ... on CatOrDog { __typename } } }", """{"catOrDog":{"name":"Mis","__typename":"Cat"}}""")]
    [TestCase("{ dog { owner { name } name owner { pets { name } } } }", """{"dog":{"owner":{"name":"Karen","pets":[{"name":"Buster"},{"name":"Mis"}]},"name":"Buster"}}""")]
    [TestCase("mutation { a: rename(name: \"A\") b: rename(name: \"B\") }", """{"a":"A","b":"B"}""")]
    public void Fields_are_merged_in_the_order_they_are_met(string document, string data) =>
        Assert.That(Answers.Ask(document), Is.EqualTo($$"""{"data":{{data}}}"""));

    [TestCase(true, false, """{"dog":{"nickname":"Bus","barkVolume":8,"name":"Buster"}}""")]
    [TestCase(false, false, """{"dog":{"barkVolume":8,"name":"Buster"}}""")]
    [TestCase(false, true, """{"dog":{"barkVolume":8}}""")]
    [TestCase(true, true, """{"dog":{"nickname":"Bus","barkVolume":8}}""")]
    public void Conditions_decide_for_each_request(bool with, bool without, string data)
    {
        const string Document = "query($with: Boolean!, $without: Boolean!) { dog { nickname @include(if: $with) ...F ... @skip(if: $without) { name } } } fragment F on Dog { barkVolume nickname @include(if: $with) }";
        var engine = new GraphQLEngine(Pets.Schema());
        for (var i = 0; i < 2; i++)
        {
            var answer = engine.Ask(Document, Pets.AHome(), $$"""{"with":{{(with ? "true" : "false")}},"without":{{(without ? "true" : "false")}}}""");
            Assert.That(answer, Is.EqualTo($$"""{"data":{{data}}}"""));
        }
    }

    [Test]
    public void Order_follows_the_first_selection_that_is_included() => Assert.That(
        Answers.Ask("query($x: Boolean!) { dog { name @include(if: $x) nickname name } }", """{"x":false}"""),
        Is.EqualTo("""{"data":{"dog":{"nickname":"Bus","name":"Buster"}}}"""));

    [TestCase("{ dog { name @skip(if: true) } }", """{"dog":{}}""")]
    [TestCase("{ dog { name @include(if: false) nickname @include(if: true) } }", """{"dog":{"nickname":"Bus"}}""")]
    [TestCase("{ dog { name @include(if: true) @skip(if: true) } }", """{"dog":{}}""")]
    public void Conditions_may_be_literals(string document, string data) => Assert.That(Answers.Ask(document), Is.EqualTo($$"""{"data":{{data}}}"""));

    [Test]
    public void A_hundred_conditions_are_no_problem()
    {
        var variables = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"$v{i}: Boolean!"));
        var fields = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"name @include(if: $v{i})"));
        var values = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"v{i}\":{(i == 70 ? "true" : "false")}"));
        Assert.That(Answers.Ask($"query({variables}) {{ dog {{ {fields} }} }}", $"{{{values}}}"), Is.EqualTo("""{"data":{"dog":{"name":"Buster"}}}"""));
    }

    [Test]
    public void A_condition_that_is_null_is_refused() => Assert.That(
        Answers.Errors(Answers.Ask("query($x: Boolean = true) { dog { name @include(if: $x) } }", """{"x":null}""")), Is.EqualTo(["INVALID_VARIABLE"]));

    [Test]
    public void A_resolver_can_see_what_is_asked_for()
    {
        var seen = new List<string>();
        var page = new ObjectType<object>("Page").Field("total", Scalars.Int, _ => 1).Field("items", new ObjectType<object>("Item").Field("id", Scalars.Int, _ => 1).List(), _ => Array.Empty<object>());
        Answers.AskOf(
            query => query.Field("page", page, (_, ctx) =>
            {
                seen.Add($"{ctx.ResponseName} {ctx.Selects("total")} {ctx.Selects("items", "id")} {ctx.Selects("items", "total")}");
                return new object();
            }),
            "{ a: page { total } b: page { t: total @skip(if: true) ... on Page { items { x: id } } } }");
        Assert.That(seen, Is.EqualTo(["a True False False", "b False True False"]));
    }
}
