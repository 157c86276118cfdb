using Hedensted.GraphQL.Engine.Validation;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>One file a rule, and one test file for it.</summary>
public class RuleFilesTests
{
    private static IEnumerable<string> Rules => typeof(ValidationRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ValidationRule)) && !type.IsAbstract).Select(type => type.Name);

    [TestCaseSource(nameof(Rules))]
    public void Every_rule_has_tests_of_its_own(string rule) =>
        Assert.That(typeof(RuleFilesTests).Assembly.GetType($"{typeof(RuleFilesTests).Namespace}.{rule[..^"Rule".Length]}Tests"), Is.Not.Null);
}
