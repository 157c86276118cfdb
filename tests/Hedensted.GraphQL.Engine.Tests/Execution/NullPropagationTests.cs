using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>Errors and nulls: what is lost, what stays, and where the path points.</summary>
public class NullPropagationTests
{
    private sealed class Node(string? name, params Node?[] children)
    {
        public string? Name { get; } = name;

        public IReadOnlyList<Node?> Children { get; } = children;
    }

    private static string Ask(Node root, string document, EngineOptions? options = null)
    {
        ObjectType<Node> node = null!;
        node = new ObjectType<Node>("Node")
            .Field("name", Scalars.String, n => n.Name)
            .Field("sure", Scalars.String.NonNull(), n => n.Name)
            .Field("throws", Scalars.String, string? (n) => throw new InvalidOperationException("secret"))
            .Field("refuses", Scalars.String.NonNull(), string (n) => throw new GraphQLException("Ask for something else.", "NO_SUCH_THING"))
            .Field("list", () => node.List(), n => n.Children)
            .Field("sureItems", () => node.NonNull().List(), n => n.Children)
            .Field("sureList", () => node.NonNull().List().NonNull(), n => n.Children)
            .Field("matrix", () => node.NonNull().List().List(), n => new[] { n.Children })
            .Field("lazy", () => node.List(), n => Lazy())
            .Field("self", () => node, n => n)
            .Field("sureSelf", () => node.NonNull(), n => n);
        var query = new ObjectType<Node>("Query").Field("root", node, n => n).Field("sureRoot", node.NonNull(), n => n);
        return new GraphQLEngine(new SchemaBuilder(query).Build(), options).Ask(document, root);
    }

    private static IEnumerable<Node> Lazy()
    {
        yield return new Node("first");
        throw new InvalidOperationException("secret");
    }

    private static void Expect(Node root, string document, string data, params string[] errors)
    {
        var answer = Ask(root, document);
        Assert.That(answer, Does.StartWith($$"""{"data":{{data}}"""));
        Assert.That(Answers.Errors(answer), Is.EqualTo(errors));
    }

    [Test]
    public void Null_is_an_answer_where_it_is_allowed() => Expect(new Node(null), "{ root { name } }", """{"root":{"name":null}}}""");

    [Test]
    public void A_null_that_is_not_allowed_takes_its_object_and_leaves_what_is_beside() => Expect(
        new Node("a", new Node(null), new Node("c")),
        "{ root { name list { before: name sure } after: name } }",
        """{"root":{"name":"a","list":[null,{"before":"c","sure":"c"}],"after":"a"}},""",
        "NULL_NOT_ALLOWED root.list.0.sure 1:35");

    [Test]
    public void A_list_of_sure_items_falls_with_one_of_them() => Expect(
        new Node("a", new Node("b"), null, new Node("c")),
        "{ root { name sureItems { name } } }",
        """{"root":{"name":"a","sureItems":null}},""",
        "NULL_NOT_ALLOWED root.sureItems.1 1:15");

    [Test]
    public void An_inner_list_falls_alone() => Expect(
        new Node("a", (Node?)null), "{ root { matrix { name } } }", """{"root":{"matrix":[null]}},""", "NULL_NOT_ALLOWED root.matrix.0.0 1:10");

    [Test]
    public void A_null_travels_through_every_sure_place() => Expect(
        new Node("a", new Node(null)),
        "{ root { self { sureList { sureSelf { sure } } } name } }",
        """{"root":{"self":null,"name":"a"}},""",
        "NULL_NOT_ALLOWED root.self.sureList.0.sureSelf.sure 1:39");

    [Test]
    public void A_null_at_the_root_takes_all_data() => Expect(new Node(null), "{ sureRoot { sure } }", "null,", "NULL_NOT_ALLOWED sureRoot.sure 1:14");

    [Test]
    public void An_alias_is_what_the_path_shows() => Expect(
        new Node("a"), "{ r: root { t: throws name } }", """{"r":{"t":null,"name":"a"}},""", "INTERNAL_ERROR r.t 1:13");

    [Test]
    public void A_refusal_reaches_the_client_with_its_code()
    {
        var answer = Ask(new Node("a"), "{ root { refuses } }");
        Assert.That(answer, Is.EqualTo(
            """{"data":{"root":null},"errors":[{"message":"Ask for something else.","locations":[{"line":1,"column":10}],"path":["root","refuses"],"extensions":{"code":"NO_SUCH_THING","coordinate":"Node.refuses"}}]}"""));
    }

    [Test]
    public void Every_selection_that_was_merged_is_located() => Expect(
        new Node("a"), "{ root { throws } ... { root { throws } } }", """{"root":{"throws":null}},""", "INTERNAL_ERROR root.throws 1:10 1:32");

    [Test]
    public void An_exception_is_for_the_log_only()
    {
        var seen = new List<string>();
        var answer = Ask(new Node("a"), "{ root { self { throws } lazy { name } } }", new EngineOptions { OnUnhandledException = (error, path) => seen.Add($"{path}: {error.Message}") });
        Assert.That(answer, Does.Not.Contain("secret"));
        Assert.That(seen, Is.EqualTo(["root.self.throws: secret", "root.lazy: secret"]));
    }

    [Test]
    public void Errors_are_not_reported_without_end()
    {
        var root = new Node("a", [.. Enumerable.Range(0, 50).Select(_ => new Node(null))]);
        Assert.That(Answers.Errors(Ask(root, "{ root { list { sure } } }", new EngineOptions { MaxExecutionErrors = 3 })), Has.Count.EqualTo(3));
    }

    [Test]
    public void An_answer_that_grows_too_large_is_stopped()
    {
        var root = new Node("a", [.. Enumerable.Range(0, 1_000).Select(_ => new Node("text"))]);
        Assert.That(
            Ask(root, "{ root { list { name } } }", new EngineOptions { MaxResponseBytes = 500 }),
            Is.EqualTo("""{"data":null,"errors":[{"message":"The answer is larger than 500 bytes; ask for fewer items or fields.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}"""));
    }
}
