using Hedensted.Cms.Operations.Commands;
using Hedensted.GraphQL.Schema.Contract;
using static Hedensted.Cms.Tests.Developers.DevelopersHost;

namespace Hedensted.Cms.Tests.Developers;

/// <summary><c>schema diff</c>: an operator sees whether an update breaks those who read from the site.</summary>
public class SchemaDiffTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("schema-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_was_released_is_not_broken()
    {
        var (code, output) = await RunAsync();
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("ingen der bryder"));
    }

    [Test]
    public async Task A_break_is_named_and_fails_until_it_is_declared()
    {
        var before = Write("before.graphql", SchemaReview.Released.Replace("type Query {\n", "type Query {\n  weather: String\n", StringComparison.Ordinal));
        var (code, output) = await RunAsync(("--from", before));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("bryder").And.Contain("FieldRemoved").And.Contain("Query.weather"));

        var declared = Write("declared.json", """[{ "coordinate": "Query.weather", "change": "FieldRemoved", "reason": "Ask the weather service." }]""");
        (code, output) = await RunAsync(("--from", before), ("--declared", declared));
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("erklæret"));
    }

    [TestCase("type Query {", "[]")]
    [TestCase("type Query { a: Int }", "{")]
    public async Task What_cannot_be_read_is_told(string schema, string declared)
    {
        var (code, output) = await RunAsync(("--from", Write("a.graphql", schema)), ("--declared", Write("a.json", declared)));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("Kan ikke sammenligne: "));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Output)> RunAsync(params (string Name, string Value)[] options)
    {
        await using var output = new StringWriter();
        var code = await new SchemaDiffCommand().RunAsync(Host.Services, options.ToDictionary(option => option.Name, option => option.Value), output, CancellationToken.None);
        return (code, output.ToString());
    }
}
