using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Cms.Tests.PublicApi;
using Hedensted.Testing;
using Microsoft.AspNetCore.Routing;

namespace Hedensted.Cms.Tests.Contract;

/// <summary>
/// Every operation of the Management API, asked with the typed client that the backoffice itself is built from. Addresses, queries and
/// bodies are what Umbraco's code makes of them, and TypeScript holds each answer against Umbraco's types.
/// </summary>
/// <remarks>How to add an operation: <c>client/README.md</c>.</remarks>
public partial class ContractTests
{
    private static readonly Lazy<Task<Answers>> Run = new(AskEverythingAsync);

    [Test]
    public async Task Every_answer_has_the_shape_that_Umbracos_types_give_it()
    {
        var answers = await Run.Value;
        Assert.That(answers.Problems.Select(problem => $"{problem.Group} {problem.Operation}: {problem.Text}"), Is.Empty);
        Assert.That(answers.Asked, Has.Length.GreaterThan(150));
    }

    [Test]
    public async Task What_is_done_is_driven_by_a_case()
    {
        var answers = await Run.Value;
        Assert.Multiple(() =>
        {
            Assert.That(Table().Where(line => line.State == "done").Select(line => line.Operation).Except(answers.Succeeded), Is.Empty, "these are done, and no case in client/cases asks for them and succeeds");
            Assert.That(Table().Where(line => line.State == "refused").Select(line => line.Operation).Except(answers.Driven), Is.Empty, "these are refused, and no case in client/cases shows it");
            Assert.That(Table().Where(line => line.State == "answered").Select(line => line.Operation).Intersect(answers.Driven), Is.Empty, "these are driven by a case, and the table says only answered");
        });
    }

    [Test]
    public async Task What_the_server_answers_has_a_case_also_beyond_the_table()
    {
        var answers = await Run.Value;
        var contract = answers.Contract.ToDictionary(Comparable, operation => operation, StringComparer.Ordinal);
        var forgotten = (await AnsweredAsync()).Where(contract.ContainsKey).Select(operation => contract[operation]).Except(answers.Driven).Except(Table().Where(line => line.State == "answered").Select(line => line.Operation));
        Assert.That(forgotten, Is.Empty, "these are answered, no case in client/cases asks for them, and the table does not name them as such");
    }

    [Test]
    public async Task The_table_says_what_is_so()
    {
        var table = Table();
        var answered = await AnsweredAsync();
        foreach (var level in table.GroupBy(line => line.Level))
        {
            await TestContext.Out.WriteLineAsync($"{level.Key}: {Count(level)}");
        }

        await TestContext.Out.WriteLineAsync($"In all: {Count(table)}");
        Assert.Multiple(() =>
        {
            Assert.That(table, Has.Length.EqualTo(280));
            Assert.That(table.Where(line => line.IsAnswered && !answered.Contains(Comparable(line.Operation))).Select(line => line.Operation), Is.Empty, "the table says so, and the server does not answer");
            Assert.That(table.Where(line => !line.IsAnswered && answered.Contains(Comparable(line.Operation))).Select(line => line.Operation), Is.Empty, "the server answers, and the table says missing");
        });
    }

    [Test]
    public async Task Every_operation_of_the_table_is_one_of_Umbracos()
    {
        var contract = (await Run.Value).Contract.ToHashSet(StringComparer.Ordinal);
        Assert.That(Table().Select(line => line.Operation).Where(operation => !contract.Contains(operation)), Is.Empty);
    }

    private static async Task<Answers> AskEverythingAsync()
    {
        await using var site = await CmsProcess.StartAsync();
        using var session = await BackofficeSession.SignInAsync(site.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        var lines = await NodeClient.RunAsync(new { address = site.Address, cookie = session.Cookies }, "../../Contract/client/run.mjs");
        return lines.Single().Deserialize<Answers>(JsonSerializerOptions.Web)!;
    }

    // What the host has mapped, with nameless parameters: Umbraco and we may call them differently.
    private static async Task<HashSet<string>> AnsweredAsync()
    {
        await using var host = new CmsFactory();
        return
        [
            .. from endpoint in host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let path = endpoint.RoutePattern.RawText!
               where path.StartsWith(Root, StringComparison.Ordinal)
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               select Comparable($"{method} {path[Root.Length..].TrimEnd('/')}"),
        ];
    }

    private static Line[] Table()
    {
        var level = "";
        var table = new List<Line>();
        foreach (var line in File.ReadLines(Path.Combine(Here(), "operations.txt")))
        {
            if (line is "# MUST" or "# SHOULD")
            {
                level = line[2..];
            }
            else if (!line.StartsWith('#'))
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                table.Add(new Line(level, words[0], $"{words[1]} {words[2]}"));
            }
        }

        return [.. table];
    }

    private static string Count(IEnumerable<Line> lines)
    {
        var states = lines.ToLookup(line => line.State);
        return $"{states["done"].Count()} done, {states["refused"].Count()} refused, {states["answered"].Count()} answered that no case drives, {states["missing"].Count()} missing, of {lines.Count()} operations";
    }

    private static string Comparable(string operation) => Parameter().Replace(operation, "{}");

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private const string Root = "/umbraco/management/api";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private sealed record Line(string Level, string State, string Operation)
    {
        public bool IsAnswered => State is "done" or "refused" or "answered";
    }

    private sealed record Call(string Group, string Operation, int Status);

    private sealed record Mistake(string Group, string Operation, string Text);

    private sealed record Answers(string[] Contract, Call[] Asked, Mistake[] Problems)
    {
        public IEnumerable<string> Driven => Asked.Select(call => call.Operation);

        public IEnumerable<string> Succeeded => Asked.Where(call => call.Status < 300).Select(call => call.Operation);
    }
}
