using System.Runtime.CompilerServices;
using System.Text;
using Hedensted.GraphQL.Engine.Execution;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>Finished objects that are used again for other requests over the same data.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FragmentTests
{
    private const string Names = "query($from: Int!) { shelf(from: $from) { title author { name } } }";
    private readonly FragmentStore _store = new(1_000_000);
    private readonly Library _library = new();
    private readonly GraphQLEngine _engine;

    public FragmentTests() => _engine = new GraphQLEngine(Schema());

    [Test]
    public void A_row_that_was_written_for_one_request_is_copied_for_the_next()
    {
        var first = Ask(Names, """{"from":0}""");
        for (var time = 0; time < 10; time++)
        {
            Ask(Names, """{"from":1}""");
        }

        var reads = _library.Reads;
        var again = Ask(Names, """{"from":1}""");

        Assert.Multiple(() =>
        {
            Assert.That(_library.Reads, Is.EqualTo(reads));
            Assert.That(first, Is.EqualTo("""{"data":{"shelf":[{"title":"B0","author":{"name":"A0"}},{"title":"B1","author":{"name":"A1"}},{"title":"B2","author":{"name":"A0"}}]}}"""));
            Assert.That(again, Is.EqualTo("""{"data":{"shelf":[{"title":"B1","author":{"name":"A1"}},{"title":"B2","author":{"name":"A0"}}]}}"""));
        });
    }

    [Test]
    public void A_document_that_comes_once_keeps_nothing()
    {
        for (var number = 0; number < 50; number++)
        {
            Ask($$"""{ shelf(from: 0) { a{{number}}: title } }""", null);
        }

        Assert.That(_store.Bytes, Is.Zero);
    }

    [Test]
    public void What_depends_on_a_variable_is_written_anew()
    {
        const string Greeting = "query($word: String!) { shelf(from: 2) { greeting(word: $word) } }";
        for (var time = 0; time < 10; time++)
        {
            Ask(Greeting, """{"word":"Hej"}""");
        }

        Assert.That(Ask(Greeting, """{"word":"Farvel"}"""), Does.Contain("Farvel B2"));
    }

    [Test]
    public void What_depends_on_the_clock_is_written_anew()
    {
        for (var time = 0; time < 10; time++)
        {
            _library.Clock = time;
            Assert.That(Ask("{ shelf(from: 2) { title age } }", null), Does.Contain($"\"age\":{time}"));
        }
    }

    [Test]
    public void What_has_an_error_is_written_anew_with_its_path()
    {
        for (var time = 0; time < 10; time++)
        {
            Assert.That(
                Ask("{ shelf(from: 1) { title broken } }", null),
                Does.Contain("\"path\":[\"shelf\",0,\"broken\"]").And.Contain("\"path\":[\"shelf\",1,\"broken\"]"));
        }
    }

    [Test]
    public void Conditions_have_rows_of_their_own()
    {
        const string Chosen = "query($all: Boolean!) { shelf(from: 2) { title author @include(if: $all) { name } } }";
        for (var time = 0; time < 10; time++)
        {
            Assert.That(Ask(Chosen, """{"all":true}"""), Does.Contain("author"));
            Assert.That(Ask(Chosen, """{"all":false}"""), Does.Not.Contain("author"));
        }
    }

    [Test]
    public void A_cleared_store_knows_nothing_of_the_data_before()
    {
        for (var time = 0; time < 10; time++)
        {
            Ask(Names, """{"from":2}""");
        }

        _library.Books[2].Title = "Ny";
        _store.Clear();

        Assert.That(Ask(Names, """{"from":2}"""), Does.Contain("Ny"));
    }

    [Test]
    public void The_room_is_never_exceeded_and_what_is_in_use_stays()
    {
        var store = new FragmentStore(20_000);
        for (var number = 0; number < 200; number++)
        {
            for (var time = 0; time < 6; time++)
            {
                Ask($$"""{ shelf(from: 0) { a{{number}}: title author { name } } }""", null, store);
                Assert.That(store.Bytes, Is.LessThanOrEqualTo(20_000));
            }
        }

        Assert.That(store.Bytes, Is.GreaterThan(1_000));
    }

    [Test]
    public void What_was_compiled_goes_with_its_engine_though_its_rows_are_kept()
    {
        var schema = AskAnEngineOfItsOwn();

        // What a collection finds alive once may only be on its way out.
        for (var time = 0; time < 5 && schema.IsAlive; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Multiple(() =>
        {
            Assert.That(_store.Bytes, Is.Positive);
            Assert.That(schema.IsAlive, Is.False);
        });
    }

    [Test]
    public void What_was_kept_goes_with_its_store_though_the_document_is_asked_again()
    {
        var plan = new ObjectPlan(_engine.Schema.Types.OfType<ObjectType>().Single(type => type.Name == "Book"), [], isReusable: true);
        var kept = Enumerable.Range(0, 100).Select(_ => TableOfAStoreOfItsOwn(plan)).ToList();
        var last = _store.TableOf(plan);

        for (var time = 0; time < 5 && kept.Exists(table => table.IsAlive); time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(kept.Count(table => table.IsAlive), Is.Zero);
        Assert.That(plan.Fragments, Is.SameAs(last));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TableOfAStoreOfItsOwn(ObjectPlan plan)
    {
        var store = new FragmentStore(1_000_000);
        var table = store.TableOf(plan);
        store.Clear();
        return new WeakReference(table);
    }

    // In a method of its own, so that no local variable keeps anything alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference AskAnEngineOfItsOwn()
    {
        var engine = new GraphQLEngine(Schema());
        for (var time = 0; time < 10; time++)
        {
            Ask(Names, """{"from":0}""", engine: engine);
        }

        return new WeakReference(engine.Schema);
    }

    private string Ask(string document, string? variables, FragmentStore? store = null, GraphQLEngine? engine = null)
    {
        var plain = GraphQLRequest.From(document, _library, variables);
        using var answer = (engine ?? _engine).Execute(new GraphQLRequest
        {
            Document = plain.Document,
            Variables = plain.Variables,
            State = _library,
            Fragments = store ?? _store,
        });
        return Encoding.UTF8.GetString(answer.Body.Span);
    }

    private static Schema Schema()
    {
        var author = new ObjectType<Author>("Author").Reusable().Field("name", Scalars.String, author => author.Name);
        var book = new ObjectType<Book>("Book").Reusable()
            .Field("title", Scalars.String.NonNull(), (book, context) => context.State<Library>().Read(book.Title))
            .Field("author", author, book => book.Author)
            .Field("age", Scalars.Int, (_, context) => context.State<Library>().AskClock())
            .Field<string>("broken", Scalars.String, _ => throw new GraphQLException("It is broken.", "BROKEN"))
            .Field("greeting", Scalars.String, (book, context) => $"{context.Arguments.Get<string>("word")} {book.Title}", arguments: [new("word", Scalars.String.NonNull())]);
        return new SchemaBuilder(new ObjectType<Library>("Query").Field(
            "shelf",
            book.NonNull().List(),
            (library, context) => library.Books.Skip(context.Arguments.Get<int>("from")).ToList(),
            arguments: [new("from", Scalars.Int.NonNull())])).Build();
    }

    private sealed class Author(string name)
    {
        public string Name => name;
    }

    private sealed class Book(string title, Author author)
    {
        public string Title { get; set; } = title;

        public Author Author => author;
    }

    private sealed class Library : IReuseScope
    {
        private static readonly Author[] Authors = [new("A0"), new("A1")];

        public List<Book> Books { get; } = [new("B0", Authors[0]), new("B1", Authors[1]), new("B2", Authors[0])];

        public int Reads { get; private set; }

        public int Clock { get; set; }

        public int Unrepeatable { get; private set; }

        ulong IReuseScope.Reads { get; set; }

        public string Read(string value)
        {
            Reads++;
            return value;
        }

        public int AskClock()
        {
            Unrepeatable++;
            return Clock;
        }
    }
}
