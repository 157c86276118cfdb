namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>An operation is measured with its fragments spread, before any rule follows them.</summary>
public class OperationSizeTests
{
    [TestCase("{ human { name } }")]
    [TestCase("{ human { pets { name } } }")]
    [TestCase("{ human { ...F } dog { name } } fragment F on Human { name }")]
    public void What_is_small_enough_passes(string document) => Assert.That(Codes(document), Is.Empty, document);

    [TestCase("{ human { pets { ... on Dog { owner { name } } } } }", "TOO_DEEP")]
    [TestCase("{ human { ...F } } fragment F on Human { pets { ... on Dog { owner { name } } } }", "TOO_DEEP")]
    [TestCase("{ dog { name nickname barkVolume volume isHouseTrained __typename } }", "TOO_MANY_FIELDS")]
    [TestCase("{ a: dog { ...F } b: dog { ...F } } fragment F on Dog { name nickname }", "TOO_MANY_FIELDS")]
    [TestCase("{ ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { __typename }", "TOO_MANY_FRAGMENTS")]
    [TestCase("{ ... { ... { ... { ... { ... { dog { name } } } } } } }", "NESTED_TOO_DEEP")]
    public void What_is_too_large_is_refused(string document, string code) => Assert.That(Codes(document), Does.Contain(code), document);

    private static IEnumerable<string> Codes(string document) => Answers.Errors(Answers.Ask(
            document,
            options: new EngineOptions { MaxDepth = 3, MaxFields = 5, MaxFragmentVisits = 3, MaxSpreadDepth = 4, MaxValidationErrors = 100 }))
        .Select(error => error.Split(' ')[0]);
}
