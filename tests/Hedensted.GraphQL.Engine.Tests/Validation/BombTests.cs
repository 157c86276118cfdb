using System.Text;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Nothing a stranger can send goes off: each bomb is refused with its code, on a stack no larger than a thread of a small server has.</summary>
public class BombTests
{
    private static readonly Version Root = new(1, 0);
    private const int SmallStack = 256 * 1024;

    private static GraphQLEngine Engine()
    {
        ObjectType<Version> root = null!;
        root = new ObjectType<Version>("Root").Field("name", Scalars.String, r => r.ToString(), arguments: [new("text", Scalars.String)]).Field("self", () => root, r => r);
        return new GraphQLEngine(new SchemaBuilder(root).Build(), new EngineOptions { MaxValidationErrors = 100 });
    }

    [TestCaseSource(typeof(Bomb), nameof(Bomb.All))]
    public void A_bomb_is_refused(Bomb bomb)
    {
        var errors = Array.Empty<string>() as IReadOnlyList<string>;
        var thread = new Thread(() => errors = Answers.Errors(Engine().Ask(bomb.Document, Root)), SmallStack);
        thread.Start();
        thread.Join();
        Assert.That(errors.Select(error => error.Split(' ')[0]), Does.Contain(bomb.Code));
    }

    [TestCase("", "{self", 32 * 5 + 1)]
    [TestCase("{name(text:", "[", 11 + 31 + 1)]
    public void Reading_stops_where_the_limit_is(string start, string level, int column) => Assert.That(
        Answers.Errors(Engine().Ask(start + string.Concat(Enumerable.Repeat(level, 10_000)), Root)), Is.EqualTo([$"NESTED_TOO_DEEP 1:{column + 1}"]));

    [Test]
    public void Tokens_after_the_limit_are_not_read() =>
        Assert.That(Answers.Errors(Engine().Ask("{" + string.Concat(Enumerable.Repeat("name ", 10_000)) + "\"unclosed", Root)), Is.EqualTo([$"TOO_MANY_TOKENS 1:{1 + (1_999 * 5) + 1}"]));

    [Test]
    public void A_bomb_in_variables_is_refused()
    {
        var deep = $$"""{"t":{{new StringBuilder().Insert(0, "[", 60)}}{{new StringBuilder().Insert(0, "]", 60)}}}""";
        Assert.That(Answers.Errors(Engine().Ask("query($t: String) { name(text: $t) }", Root, deep)), Is.EqualTo(["INVALID_VARIABLE 1:7"]));
    }
}
