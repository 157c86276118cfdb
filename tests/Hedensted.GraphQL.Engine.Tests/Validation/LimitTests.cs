using System.Text;
using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Every limit refuses with its own code, and quickly: nothing here may overflow the stack.</summary>
public class LimitTests
{
    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static void Expect(string code, string document, EngineOptions? options = null) =>
        Assert.That(Answers.Errors(Answers.Ask(document, options: options)).Select(error => error.Split(' ')[0]), Does.Contain(code));

    [Test]
    public void A_document_may_only_have_so_many_bytes() => Expect("DOCUMENT_TOO_LARGE", "{ dog { name } } #" + new string('x', 70_000));

    [Test]
    public void A_document_may_only_have_so_many_tokens() => Expect("TOO_MANY_TOKENS", $"{{ dog {{ {Repeat("name ", 2_000)} }} }}");

    [TestCase("{")]
    [TestCase("{ a(b: [")]
    [TestCase("{ a(b: {c: ")]
    [TestCase("query($a: [")]
    [TestCase("{ ... ")]
    public void Nesting_of_any_kind_is_counted(string start)
    {
        var repeated = start[(start.LastIndexOfAny(['[', '{', '.']) is var at && start[at] == '.' ? at - 2 : at)..];
        Expect("NESTED_TOO_DEEP", start + Repeat(repeated == "... " ? "{ ... " : repeated == "{" ? "a{" : repeated, 10_000), new EngineOptions { MaxTokens = 100_000, MaxDocumentBytes = 1_000_000 });
    }

    [Test]
    public void Fields_may_only_be_so_deep() =>
        Expect("TOO_DEEP", "{ human { pets { ... on Dog { owner { name } } } } }", new EngineOptions { MaxDepth = 3 });

    [Test]
    public void Aliases_are_counted() =>
        Expect("TOO_MANY_ALIASES", $"{{ {string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: dog {{ name }} "))} }}");

    [Test]
    public void Directives_at_one_place_are_counted() => Expect("TOO_MANY_DIRECTIVES", $"{{ dog {Repeat("@tag(name: \"a\") ", 5)} {{ name }} }}");

    [Test]
    public void A_bomb_of_fragments_is_measured_without_going_off()
    {
        var fragments = string.Concat(Enumerable.Range(0, 25).Select(
            i => $"fragment F{i} on Human {{ pets {{ ... on Dog {{ a: owner {{ ...F{i + 1} }} b: owner {{ ...F{i + 1} }} }} }} }} "));
        Expect("TOO_MANY_FIELDS", $"{{ human {{ ...F0 }} }} {fragments} fragment F25 on Human {{ name }}", new EngineOptions { MaxDepth = 1_000, MaxValidationErrors = 100 });
    }

    [Test]
    public void Fragments_are_counted_each_time_they_are_spread()
    {
        var fragments = string.Concat(Enumerable.Range(0, 10).Select(i => $"fragment F{i} on Home {{ ...F{i + 1} ...F{i + 1} }} ")).Replace("Home", "Query", StringComparison.Ordinal);
        Expect("TOO_MANY_FRAGMENTS", $"{{ ...F0 }} {fragments} fragment F10 on Query {{ dog {{ name }} }}", new EngineOptions { MaxFields = int.MaxValue, MaxAliases = 10_000 });
    }

    [Test]
    public void A_chain_of_fragments_is_only_so_long()
    {
        var fragments = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        Expect("NESTED_TOO_DEEP", $"{{ ...F0 }} {fragments} fragment F10000 on Query {{ dog {{ name }} }}", new EngineOptions { MaxTokens = 1_000_000, MaxDocumentBytes = 10_000_000, MaxFragmentVisits = 100_000 });
    }

    [Test]
    public void A_list_in_the_document_is_only_so_long() =>
        Expect("LIST_TOO_LONG", $"{{ arguments {{ list(are: [{Repeat("true ", 11)}]) }} }}", new EngineOptions { MaxListSize = 10 });

    [Test]
    public void A_list_in_a_variable_is_only_so_long()
    {
        var options = new EngineOptions { MaxListSize = 10 };
        const string Document = "query($l: [Boolean]) { arguments { list(are: $l) } }";
        Assert.That(Answers.Errors(Answers.Ask(Document, $$"""{"l":[{{string.Join(',', Enumerable.Repeat("true", 11))}}]}""", options)), Is.EqualTo(["LIST_TOO_LONG 1:7"]));
        Assert.That(Answers.Errors(Answers.Ask(Document, $$"""{"l":[{{string.Join(',', Enumerable.Repeat("true", 10))}}]}""", options)), Is.Empty);
    }

    [Test]
    public void Directives_of_a_document_are_counted() =>
        Expect("TOO_MANY_DIRECTIVES", $"{{ dog {{ {string.Concat(Enumerable.Range(0, 30).Select(i => $"name{(i % 2 == 0 ? "" : " ")} @include(if: true) @tag(name: \"a\") "))} }} }}", new EngineOptions { MaxDirectives = 50 });

    [Test]
    public void Overlapping_selections_have_a_budget()
    {
        var fields = string.Concat(Enumerable.Range(0, 8).Select(i => "human { pets { ... on Dog { owner { name } } } } "));
        Expect("TOO_COMPLEX", $"{{ {fields} }}", new EngineOptions { MaxFieldMergeComparisons = 30 });
    }

    [Test]
    public void Checking_stops_after_some_errors()
    {
        var answer = Answers.Ask($"{{ dog {{ {Repeat("x ", 500)} }} }}");
        Assert.That(Answers.Errors(answer), Has.Count.EqualTo(5));
    }

    [Test]
    public void Names_are_not_given_away_unless_asked_for()
    {
        Assert.That(Answers.Ask("{ dog { nam } }"), Does.Not.Contain("name"));
        Assert.That(Answers.Ask("{ dog { nam } }", options: new EngineOptions { Suggestions = true }), Does.Contain("Did you mean 'name'?"));
    }

    [Test]
    public void Every_error_has_a_message_and_a_code()
    {
        using var json = JsonDocument.Parse(Answers.Ask("{ dog }"));
        var error = json.RootElement.GetProperty("errors")[0];
        Assert.Multiple(() =>
        {
            Assert.That(error.GetProperty("message").GetString(), Is.EqualTo("'dog' is a 'Dog'; say which of its fields you want: 'dog { ... }'."));
            Assert.That(
                error.GetProperty("extensions").GetProperty("specifiedBy").GetString(),
                Is.EqualTo("https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"));
        });
    }
}
