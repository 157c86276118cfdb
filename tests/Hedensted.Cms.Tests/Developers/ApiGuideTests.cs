using System.Text.Json;
using static Hedensted.Cms.Tests.Developers.DevelopersHost;

namespace Hedensted.Cms.Tests.Developers;

/// <summary>What docs/api.md shows is what one gets.</summary>
public class ApiGuideTests
{
    private static IEnumerable<GuideQuery> Answered => ApiGuide.Queries().Where(query => query.Fails is null);

    private static IEnumerable<GuideQuery> Refused => ApiGuide.Queries().Where(query => query.Fails is not null);

    [TestCaseSource(nameof(Answered))]
    public async Task A_query_of_the_guide_answers_with_something(GuideQuery query)
    {
        var answer = await AskAsync(query.Text, query.Variables);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.False, () => $"{query.Text}\n{errors.GetRawText()}");
        foreach (var field in answer.GetProperty("data").EnumerateObject())
        {
            Assert.That(IsEmpty(field.Value), Is.False, () => $"'{field.Name}' is empty: {field.Value.GetRawText()}\n{query.Text}");
        }
    }

    [TestCaseSource(nameof(Refused))]
    public async Task An_error_of_the_guide_has_the_code_that_it_names(GuideQuery query)
    {
        var answer = await AskAsync(query.Text, query.Variables);
        Assert.That(answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo(query.Fails));
    }

    [Test]
    public void The_guide_shows_curl_fetch_and_every_subject() => Assert.That(ApiGuide.Queries().Count(), Is.GreaterThan(20));

    // Nothing, a list of nothing, or a connection or object in which every list is one.
    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object when value.TryGetProperty("nodes", out var nodes) => IsEmpty(nodes),
        JsonValueKind.Object when value.TryGetProperty("edges", out var edges) => IsEmpty(edges),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsEmpty(member.Value)),
        _ => false,
    };
}
