using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Cms.Operations.Commands;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary><c>demo</c>: what is measured on one machine can be measured again on another.</summary>
public class DemoCommandTests
{
    private static readonly (string, string)[] Small = [("--events", "40"), ("--seed", "7"), ("--year", "2026")];

    private CmsFactory _site = null!;
    private SiteNode[] _added = [];

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _site = new CmsFactory();
        _added = await AddedAsync(_site, Small);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task The_same_seed_makes_the_same_documents_on_another_site()
    {
        await using var other = new CmsFactory();
        var added = await AddedAsync(other, Small);
        Assert.Multiple(() =>
        {
            Assert.That(_added.Count(node => node.Kind == NodeKind.Document), Is.EqualTo(40));
            Assert.That(added.Select(Text), Is.EqualTo(_added.Select(Text)));
        });
    }

    [Test]
    public async Task Another_seed_makes_others_and_nothing_is_made_twice()
    {
        await using var other = new CmsFactory();
        var first = await AddedAsync(other, ("--events", "40"), ("--seed", "8"), ("--year", "2026"));
        var again = await AddedAsync(other, ("--events", "40"), ("--seed", "8"), ("--year", "2026"));
        var documents = first.Where(node => node.Kind == NodeKind.Document).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(documents, Has.Count.EqualTo(40));
            Assert.That(documents.Select(node => node.Key).Intersect(_added.Select(node => node.Key)), Is.Empty);
            Assert.That(again, Is.Empty);
        });
    }

    [Test]
    public async Task Everybody_can_read_what_was_made_with_its_pictures()
    {
        using var client = _site.Stranger();
        using var answer = await client.PostAsJsonAsync("/graphql", new
        {
            query = """
                { occurrences(first: 100, where: { startsAt: { gte: "2026-01-01T00:00:00Z", lt: "2027-01-02T00:00:00Z" } }) { nodes { title branch { name } image { url } } } }
                """,
        });
        var rows = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("occurrences").GetProperty("nodes").EnumerateArray().ToList();
        var titles = _added.Where(node => node.Kind == NodeKind.Document).Select(node => node.Content.ValueOf("title")!.Value.GetString());
        Assert.That(titles, Is.SubsetOf(rows.Select(row => row.GetProperty("title").GetString())));

        var pictures = rows.Select(row => row.GetProperty("image")).Where(image => image.ValueKind == JsonValueKind.Object)
            .Select(image => image.GetProperty("url").GetString()!).Where(url => url.Contains("plakat-", StringComparison.Ordinal)).Distinct().ToList();
        Assert.That(pictures, Is.Not.Empty);
        foreach (var picture in pictures)
        {
            using var file = await client.GetAsync(new Uri(picture, UriKind.RelativeOrAbsolute));
            Assert.That((file.StatusCode, file.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml")), picture);
        }
    }

    [TestCase("--events", "0")]
    [TestCase("--events", "mange")]
    [TestCase("--seed", "1.5")]
    [TestCase("--year", "26")]
    public async Task A_wrong_number_is_told_and_nothing_is_made(string option, string value)
    {
        var (code, output) = await RunAsync(_site, (option, value));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain(option).And.Contain("hele tal"));
        });
    }

    private static string Text(SiteNode node) => JsonSerializer.Serialize(node);

    private static async Task<SiteNode[]> AddedAsync(CmsFactory site, params (string Name, string Value)[] options)
    {
        var store = site.Service<SiteStore>();
        var before = (await store.ReadAsync(CancellationToken.None)).Nodes.Select(node => node.Key).ToHashSet();
        var (code, output) = await RunAsync(site, options);
        Assert.That(code, Is.Zero, output);
        return [.. (await store.ReadAsync(CancellationToken.None)).Nodes.Where(node => !before.Contains(node.Key)).OrderBy(node => node.Key)];
    }

    private static async Task<(int Code, string Output)> RunAsync(CmsFactory site, params (string Name, string Value)[] options)
    {
        await using var output = new StringWriter();
        var code = await new DemoCommand().RunAsync(site.Services, options.ToDictionary(option => option.Name, option => option.Value), output, CancellationToken.None);
        return (code, output.ToString());
    }
}
