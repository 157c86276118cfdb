using System.Text;
using Hedensted.Content.Changes;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Caching.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>Whatever is edited, what comes out of the cache is what would be made at that moment: every field of the schema, after every step.</summary>
public class NeverLiesTests
{
    private const int Steps = 40;
    [TestCase(1)]
    [TestCase(2)]
    public void Every_field_is_answered_as_if_nothing_were_kept(int seed)
    {
        var random = new Random(seed);
        var site = new EditedLibrary(random);
        var questions = site.Questions();
        var edition = site.Library.Edition();
        var fresh = new PublicGraphQL(
            Options.Create(new PublicGraphQLOptions { ResponseCacheBytes = 0, FragmentBytes = 0 }), site.Library.Clock, NullLogger<PublicGraphQL>.Instance);
        var (asked, known, different) = (0, 0, new List<string>());
        for (var step = 0; step <= Steps; step++)
        {
            // Each question twice at first, so that it is kept; then a part of them after each step, so that answers grow old.
            foreach (var question in step == 0 ? questions.Concat(questions) : questions.Where(_ => random.Next(3) == 0))
            {
                var bytes = Encoding.UTF8.GetBytes(question);
                var (answer, from) = site.Library.Api.Answer(edition, new Question(bytes));
                var expected = fresh.Answer(edition, new Question(bytes)).Answer;
                (asked, known) = (asked + 1, known + (from == CacheResult.Hit ? 1 : 0));
                if (!answer.Body.Span.SequenceEqual(expected.Body.Span))
                {
                    different.Add($"step {step}, {from}: {(question.Length < 200 ? question : question[..200])}");
                }

                answer.Dispose();
                expected.Dispose();
            }

            edition = site.Edit(edition);
        }

        TestContext.Out.WriteLine($"{questions.Count} questions; asked {asked} times, known {known} times");
        Assert.Multiple(() =>
        {
            Assert.That(different.Take(5), Is.Empty);
            Assert.That(questions, Has.Count.GreaterThan(300));
            Assert.That(known, Is.GreaterThan(asked / 5));
        });
    }

    /// <summary>The clock is set ahead and back while the site is edited, as often as not by more than an answer is good for.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public async Task What_is_kept_is_what_it_is_now_whichever_way_the_clock_is_set(int seed)
    {
        var random = new Random(seed);
        var site = new EditedLibrary(random);
        var questions = site.Questions().Where(question => !question.Contains("serverTime", StringComparison.Ordinal)).Select(Encoding.UTF8.GetBytes).ToList();
        var store = new LyingStore(random);
        var nodes = new[] { Sharing(site.Library, store), Sharing(site.Library, store) };
        var fresh = new PublicGraphQL(
            Options.Create(new PublicGraphQLOptions { ResponseCacheBytes = 0, FragmentBytes = 0 }), site.Library.Clock, NullLogger<PublicGraphQL>.Instance);
        TimeSpan[] sets = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];
        var edition = site.Library.Edition();
        var (known, shared, turned, different) = (0, 0, 0, new List<string>());
        byte[][] before = [];
        for (var step = 0; step < Steps; step++)
        {
            site.Library.Clock.Now = Library.Now + (sets[random.Next(sets.Length)] * random.Next(-2, 3));
            var now = new List<byte[]>();
            foreach (var question in questions)
            {
                using var expected = fresh.Answer(edition, new Question(question)).Answer;
                now.Add(expected.Body.ToArray());
                foreach (var node in nodes)
                {
                    var (answer, from) = await node.AnswerAsync(edition, new Question(question), CancellationToken.None);
                    (known, shared) = (known + (from == CacheResult.Hit ? 1 : 0), shared + (from == CacheResult.Shared ? 1 : 0));
                    if (!answer.Body.Span.SequenceEqual(expected.Body.Span))
                    {
                        different.Add($"step {step}, {site.Library.Clock.Now:u}, {from}: {Encoding.UTF8.GetString(question.AsSpan(0, Math.Min(200, question.Length)))}");
                    }

                    answer.Dispose();
                }
            }

            turned += before.Zip(now).Count(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));
            before = [.. now];
            edition = random.Next(4) == 0 ? site.Edit(edition) : edition;
        }

        TestContext.Out.WriteLine($"known {known} times, shared {shared} times; {turned} answers were others than at the step before");
        Assert.Multiple(() =>
        {
            Assert.That(different.Take(5), Is.Empty);
            Assert.That(known, Is.GreaterThan(500));
            Assert.That(shared, Is.GreaterThan(100));
            Assert.That(turned, Is.GreaterThan(50));
        });
    }

    /// <summary>Several servers, each as far as it has come, share what they make through a place that cannot be trusted.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public async Task Nothing_that_is_shared_is_believed(int seed)
    {
        const int Nodes = 3;
        var random = new Random(seed);
        var site = new EditedLibrary(random);
        var questions = site.Questions().Where((_, index) => index % 4 == 0).ToList();
        var store = new LyingStore(random) { Lies = 30 };
        var editions = Enumerable.Repeat(site.Library.Edition(), 1).ToList();
        var nodes = Enumerable.Range(0, Nodes).Select(_ => (Api: Sharing(site.Library, store), At: 0)).ToArray();
        var fresh = new PublicGraphQL(
            Options.Create(new PublicGraphQLOptions { ResponseCacheBytes = 0, FragmentBytes = 0 }), site.Library.Clock, NullLogger<PublicGraphQL>.Instance);
        var (asked, shared, different) = (0, 0, new List<string>());
        for (var step = 0; step < Steps; step++)
        {
            foreach (ref var node in nodes.AsSpan())
            {
                // Never back, often behind.
                node.At = random.Next(node.At, editions.Count);
            }

            foreach (var question in questions.Where(_ => random.Next(4) == 0).Select(Encoding.UTF8.GetBytes))
            {
                foreach (var (api, at) in nodes)
                {
                    var (answer, from) = await api.AnswerAsync(editions[at], new Question(question), CancellationToken.None);
                    using var expected = fresh.Answer(editions[at], new Question(question)).Answer;
                    (asked, shared) = (asked + 1, shared + (from == CacheResult.Shared ? 1 : 0));
                    if (!answer.Body.Span.SequenceEqual(expected.Body.Span))
                    {
                        different.Add($"step {step}, {from}: {Encoding.UTF8.GetString(question.AsSpan(0, Math.Min(200, question.Length)))}");
                    }

                    answer.Dispose();
                }
            }

            editions.Add(site.Edit(editions[^1]));
        }

        TestContext.Out.WriteLine($"asked {asked} times, shared {shared} times, given {store.Given} things");
        Assert.Multiple(() =>
        {
            Assert.That(different.Take(5), Is.Empty);
            Assert.That(shared, Is.GreaterThan(100));
        });
    }

    [Test]
    public async Task What_another_database_gave_out_is_nothing()
    {
        var library = new Library();
        var question = new Question("{ branches { title } }"u8.ToArray());
        var edition = library.Edition();
        var store = new LyingStore(new Random(1));
        await AskAsync(Sharing(library, store, database: 1));
        await AskAsync(Sharing(library, store, database: 1));

        var (known, other) = (await AskAsync(Sharing(library, store, database: 1)), await AskAsync(Sharing(library, store, database: 2)));
        await Until(() => store.Everything.Count > 1);

        Assert.Multiple(() =>
        {
            Assert.That(known, Is.EqualTo(CacheResult.Shared));
            Assert.That(other, Is.EqualTo(CacheResult.Miss));
            Assert.That(store.Everything.Select(put => put.Key).Distinct().Count(), Is.EqualTo(2));
        });

        async Task<CacheResult> AskAsync(PublicGraphQL api)
        {
            var (answer, from) = await api.AnswerAsync(edition, question, CancellationToken.None);
            answer.Dispose();
            await Until(() => store.Everything.Count > 0);
            return from;
        }
    }

    [Test]
    public async Task What_another_has_made_between_the_look_and_the_turn_is_not_made_again()
    {
        var library = new Library();
        var question = new Question("{ branches { title } }"u8.ToArray());
        var edition = library.Edition();
        var store = new LyingStore(new Random(1));
        var other = Sharing(library, store);
        var late = Sharing(library, new LateTurn(store, async () => (await other.AnswerAsync(edition, question, CancellationToken.None)).Answer.Dispose()));

        var (answer, from) = await late.AnswerAsync(edition, question, CancellationToken.None);

        answer.Dispose();
        Assert.That(from, Is.EqualTo(CacheResult.Shared));
        Assert.That(await store.TryMarkAsync(store.Everything.Single().Key.Replace(":a:", ":t:", StringComparison.Ordinal), TimeSpan.Zero), Is.True, "the turn is given back");
    }

    [Test]
    public async Task What_was_made_here_while_the_others_could_no_longer_be_heard_is_not_made_again()
    {
        var library = new Library();
        var question = new Question("{ branches { title } }"u8.ToArray());
        var edition = library.Edition();
        PublicGraphQL? server = null;
        var store = new LostStore(async () =>
        {
            // Twice: what is asked once is not kept.
            (await server!.AnswerAsync(edition, question, CancellationToken.None)).Answer.Dispose();
            (await server.AnswerAsync(edition, question, CancellationToken.None)).Answer.Dispose();
        });
        server = Sharing(library, store);

        var (answer, from) = await server.AnswerAsync(edition, question, CancellationToken.None);

        answer.Dispose();
        Assert.That(store.IsUp, Is.False);
        Assert.That(from, Is.EqualTo(CacheResult.Hit));
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
        }
    }

    private static PublicGraphQL Sharing(Library library, ISharedStore store, byte database = 1) => new(
        Options.Create(new PublicGraphQLOptions()),
        library.Clock,
        NullLogger<PublicGraphQL>.Instance,
        new SharedAnswers(
            store,
            new DatabaseEpoch([.. Enumerable.Repeat(database, 32)]),
            Options.Create(new SharedAnswerOptions { Worthwhile = TimeSpan.Zero }),
            new WaitingClock(library.Clock)));

    /// <summary>Is gone from the first question on, and others come meanwhile.</summary>
    private sealed class LostStore(Func<Task> meanwhile) : ISharedStore
    {
        public bool IsUp { get; private set; } = true;

        public async ValueTask<byte[]?> GetAsync(string key)
        {
            if (IsUp)
            {
                IsUp = false;
                await meanwhile();
            }

            return null;
        }

        public ValueTask<bool?> TryMarkAsync(string key, TimeSpan life) => new((bool?)null);

        public void Put(string key, byte[] value, TimeSpan life)
        {
        }

        public void Remove(string key)
        {
        }
    }

    /// <summary>Gives the turn when another has had it, made its answer and given it back.</summary>
    private sealed class LateTurn(LyingStore store, Func<Task> another) : ISharedStore
    {
        public bool IsUp => store.IsUp;

        public ValueTask<byte[]?> GetAsync(string key) => store.GetAsync(key);

        public void Put(string key, byte[] value, TimeSpan life) => store.Put(key, value, life);

        public void Remove(string key) => store.Remove(key);

        public async ValueTask<bool?> TryMarkAsync(string key, TimeSpan life)
        {
            await another();
            while (await store.TryMarkAsync(key, life) is not true)
            {
                await Task.Yield();
            }

            return true;
        }
    }

    /// <summary>The library's time of day, but whoever waits for another node waits as long as it takes, and no longer.</summary>
    private sealed class WaitingClock(TimeProvider day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => day.GetUtcNow();
    }
}
