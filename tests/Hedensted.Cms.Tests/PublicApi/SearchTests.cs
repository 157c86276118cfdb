using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The search of the running program follows what editors do.</summary>
public class SearchTests
{
    [Test]
    public async Task What_is_published_is_found_at_once_and_what_is_taken_down_is_not()
    {
        await using var site = new CmsFactory();
        using var editor = await site.SignInAsync();
        using var citizen = site.Stranger();
        var type = (await site.Service<SchemaSource>().CurrentAsync(CancellationToken.None)).FindType(NodeKind.Document, "strategyPage")!.Key;
        const string word = "Havtorn";
        var (page, published) = await editor.CreateAndPublishAsync(type, "En side", StartingSite.Strategy, ("title", $"{word}bog"), ("teaser", "Om et og andet"));
        Assert.That(await NamesAsync(citizen, $"{word.ToUpperInvariant()}bøger", published), Is.EqualTo(new[] { "En side" }));

        await editor.SaveAsync(page, ("title", "Noget andet"));
        Assert.That(await NamesAsync(citizen, word, published), Is.EqualTo(new[] { "En side" }), "a draft is nobody's business");
        var changed = await editor.PublishAsync(page);
        Assert.That(await NamesAsync(citizen, word, changed), Is.Empty);

        await editor.SaveAsync(page, ("title", "Noget"), ("teaser", $"Nu om {word}"));
        Assert.That(await NamesAsync(citizen, word, await editor.PublishAsync(page)), Is.EqualTo(new[] { "En side" }));
        Assert.That(await NamesAsync(citizen, word, await editor.UnpublishAsync(page)), Is.Empty);
    }

    private static async Task<string[]> NamesAsync(HttpClient citizen, string words, ChangePosition position)
    {
        using var question = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        question.Headers.Add("Hedensted-Min-Position", position.ToString());
        question.Content = JsonContent.Create(new
        {
            query = "query($words: String!) { search(query: $words) { hasAllWords nodes { name } } }",
            variables = new { words },
        });
        using var answer = await citizen.SendAsync(question);
        var json = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return [.. json!["data"]!["search"]!["nodes"]!.AsArray().Select(node => node!["name"]!.GetValue<string>())];
    }
}
