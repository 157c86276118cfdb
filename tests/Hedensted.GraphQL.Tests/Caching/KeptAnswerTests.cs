using System.Text;
using System.Text.Json;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>Which answers are kept, and that none outlives what it was read from or its moment.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class KeptAnswerTests
{
    private const string Titles = "query($size: Int) { occurrences(first: $size) { nodes { title relative } } }";
    private readonly Library _library = new();

    [Test]
    public void A_question_is_kept_when_it_comes_again()
    {
        _library.Event("Læsekreds", "2026-12-01 19:00");
        var edition = _library.Edition();

        using var first = Ask(edition, Titles);
        using var second = Ask(edition, Titles);
        using var third = Ask(edition, Titles);

        Assert.Multiple(() =>
        {
            Assert.That(first.Key, Is.Null);
            Assert.That(second.Key, Is.Not.Null);
            Assert.That(third, Is.SameAs(second));
            Assert.That(Text(third), Is.EqualTo(Text(first)));
        });
    }

    [Test]
    public void Questions_that_never_come_again_take_no_room_and_evict_nothing()
    {
        var edition = _library.Edition();
        using var kept = Twice(edition, Titles);
        var before = Api.CachedBytes;
        for (var size = 1; size <= 90; size++)
        {
            using var _ = Ask(edition, Titles, new { size });
        }

        Assert.Multiple(() =>
        {
            Assert.That(Api.CachedBytes, Is.EqualTo(before));
            Assert.That(Ask(edition, Titles), Is.SameAs(kept));
        });
    }

    [Test]
    public void The_next_edition_is_answered_anew()
    {
        var key = _library.Event("Læsekreds", "2026-12-01 19:00");
        Twice(_library.Edition(1), Titles);
        _library.Remove(key);

        using var next = Ask(_library.Edition(2), Titles);

        Assert.That(Text(next), Does.Not.Contain("Læsekreds"));
    }

    [Test]
    public void An_older_edition_neither_reads_nor_replaces_what_the_newer_one_keeps()
    {
        var key = _library.Event("Læsekreds", "2026-12-01 19:00");
        var older = _library.Edition(1);
        _library.Remove(key);
        var newer = _library.Next(older, schemaChanged: false, key);
        var kept = Twice(newer, Titles);

        Assert.Multiple(() =>
        {
            Assert.That(Text(Twice(older, Titles)), Does.Contain("Læsekreds"));
            Assert.That(Ask(newer, Titles), Is.SameAs(kept));
        });
    }

    [Test]
    public void What_the_clock_changes_is_answered_anew_at_that_moment()
    {
        _library.Event("Læsekreds", "2026-11-25 14:00", "2026-11-25 15:00");
        var edition = _library.Edition();
        var before = Text(Twice(edition, Titles));

        _library.Clock.Now = Library.Now.AddHours(1);
        var at = Text(Twice(edition, Titles));
        _library.Clock.Now = Library.Now.AddHours(2);
        var after = Text(Twice(edition, Titles));

        Assert.Multiple(() =>
        {
            Assert.That(before, Does.Contain("UPCOMING"));
            Assert.That(at, Does.Contain("ONGOING"));
            Assert.That(after, Does.Contain("PAST"));
        });
    }

    [TestCase(-1)]
    [TestCase(-25)]
    public void A_clock_that_is_set_back_does_not_bring_what_was_seen_ahead_of_it(int hours)
    {
        _library.Event("Læsekreds", "2026-11-25 14:00", "2026-11-25 15:00");
        var edition = _library.Edition();
        _library.Clock.Now = Library.Now.AddHours(2);
        var ahead = Text(Twice(edition, Titles));

        _library.Clock.Now = Library.Now.AddHours(2 + hours);
        var back = Text(Twice(edition, Titles));

        Assert.That(ahead, Does.Contain("PAST"));
        Assert.That(back, Does.Contain(hours == -1 ? "ONGOING" : "UPCOMING"));
    }

    [Test]
    public void Servers_whose_clocks_differ_a_little_take_what_the_other_made()
    {
        var (made, later) = (Library.Now, Library.Now.AddHours(1));
        Assert.Multiple(() =>
        {
            Assert.That(new Validity(made, later).Holds(made.AddSeconds(-1)), Is.True);
            Assert.That(new Validity(made, later).Holds(made.AddMinutes(-1)), Is.False);
            Assert.That(new Validity(made, later).Holds(later), Is.False);
            Assert.That(new Validity(made, null).Holds(made.AddDays(-1)), Is.True, "the clock does not change it");
        });
    }

    [Test]
    public void An_answer_with_errors_is_not_kept()
    {
        var edition = _library.Edition();

        Assert.That(Twice(edition, "{ occurrences(first: 1, after: \"?\") { nodes { id } } }").Key, Is.Null);
    }

    [Test]
    public void The_same_bytes_are_answered_without_being_read()
    {
        var edition = _library.Edition();
        var request = Encoding.UTF8.GetBytes($$"""{"query":"{{Titles}}"}""");
        var kept = Twice(edition, Titles);
        Api.Remember(request, kept);

        Assert.Multiple(() =>
        {
            Assert.That(Api.FindKnown(edition, request), Is.SameAs(kept));
            Assert.That(Api.FindKnown(edition, request.AsSpan(1)), Is.Null);
            Assert.That(Api.FindKnown(_library.Edition(2), request), Is.Null);
        });
    }

    [Test]
    public void A_known_answer_is_found_without_allocating()
    {
        var edition = _library.Edition();
        var request = "request"u8.ToArray();
        var question = new Question(Encoding.UTF8.GetBytes(Titles));
        Api.Remember(request, Twice(edition, Titles));
        Find();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            Find();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Find()
        {
            Api.FindKnown(edition, request);
            Api.Answer(edition, question).Answer.Dispose();
        }
    }

    [Test]
    public void Known_bytes_are_read_again_when_their_answer_is_no_longer_true()
    {
        _library.Event("Læsekreds", "2026-11-25 14:00", "2026-11-25 15:00");
        var edition = _library.Edition();
        var request = "request"u8.ToArray();
        Api.Remember(request, Twice(edition, Titles));
        _library.Clock.Now = Library.Now.AddHours(1);

        Assert.That(Api.FindKnown(edition, request), Is.Null);
    }

    [Test]
    public void What_another_asks_for_while_it_is_made_for_the_first_time_is_made_once()
    {
        var cache = Cache(100_000);
        var edition = _library.Edition();
        var (made, second) = (0, CacheResult.Stale);
        Thread? another = null;

        using var answer = cache.FindOrMake(edition, new CacheKey(1, 1), Library.Now, Api, Slowly(), out var first);
        another!.Join();

        Assert.Multiple(() =>
        {
            Assert.That(made, Is.EqualTo(1));
            Assert.That((first, second), Is.EqualTo((CacheResult.Miss, CacheResult.Hit)));
        });

        AnswerWork<PublicGraphQL> Slowly() => new(
            api =>
            {
                if (made++ == 0)
                {
                    another = new Thread(() => cache.FindOrMake(edition, new CacheKey(1, 1), Library.Now, Api, Slowly(), out second).Dispose());
                    another.Start();
                    SpinWait.SpinUntil(() => !another.IsAlive || another.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
                }

                return api.Answer(edition, new Question(Encoding.UTF8.GetBytes("{ branches { title } }"))).Answer;
            },
            _ => default,
            _ => null);
    }

    [Test]
    public void The_room_is_never_exceeded()
    {
        var cache = Cache(200_000);
        var edition = _library.Edition();
        var api = Api;
        for (var number = 0; number < 300; number++)
        {
            var key = new CacheKey((ulong)number, (ulong)number * 7919);
            for (var time = 0; time < 2; time++)
            {
                cache.FindOrMake(edition, key, Library.Now, api, Asking(edition, "{ branches { title slug path } }"), out _);
            }
        }

        Assert.That(cache.Bytes, Is.GreaterThan(100_000).And.LessThanOrEqualTo(200_000));
    }

    [Test]
    public void What_is_asked_often_stays_when_room_is_needed()
    {
        var cache = Cache(40_000);
        var edition = _library.Edition();
        var often = new CacheKey(1, 1);
        var kept = Kept(cache, edition, often);
        for (var number = 2; number < 200; number++)
        {
            Kept(cache, edition, new CacheKey((ulong)number, (ulong)number * 7919));
            Assert.That(cache.Find(edition, often, Library.Now), Is.SameAs(kept));
        }
    }

    [Test]
    public void What_can_not_be_made_anew_is_what_it_was_unless_something_was_withdrawn()
    {
        var (one, other) = (_library.Event("Læsekreds", "2026-12-01 19:00"), _library.Event("Kor", "2026-12-02 19:00"));
        var edition = _library.Edition();
        var cache = Cache(100_000);
        var key = new CacheKey(1, 1);
        Find(edition, fails: false);
        Find(edition, fails: false);
        var kept = Find(edition, fails: false);
        _library.Change(one, "teaser", "En anden tekst");
        var changed = _library.Follow(edition, new HashSet<Guid> { one });
        var stale = Find(changed, fails: true);
        _library.Remove(other);
        var withdrawn = _library.Follow(changed, new HashSet<Guid> { other });

        Assert.Multiple(() =>
        {
            Assert.That(kept.From, Is.EqualTo(CacheResult.Hit));
            Assert.That(stale, Is.EqualTo((kept.Answer, CacheResult.Stale)));
            Assert.That(() => Find(withdrawn, fails: true), Throws.InvalidOperationException);
        });

        (Answer Answer, CacheResult From) Find(Edition read, bool fails)
        {
            var work = new AnswerWork<PublicGraphQL>(
                api => fails ? throw new InvalidOperationException() : api.Answer(read, new Question(Encoding.UTF8.GetBytes(Titles))).Answer, _ => default, _ => null);
            return (cache.FindOrMake(read, key, Library.Now, Api, work, out var from), from);
        }
    }

    [Test]
    public async Task What_is_asked_often_is_made_before_somebody_asks_for_it_again()
    {
        var key = _library.Event("Læsekreds", "2026-12-01 19:00");
        var edition = _library.Edition();
        Twice(edition, Titles);
        Ask(edition, Titles);
        _library.Change(key, "title", "Læseklub");
        var next = _library.Follow(edition, new HashSet<Guid> { key });

        await Api.RefreshAsync(next, 50, CancellationToken.None);
        var (answer, from) = Api.Answer(next, new Question(Encoding.UTF8.GetBytes(Titles)));

        Assert.That(from, Is.EqualTo(CacheResult.Hit));
        Assert.That(Text(answer), Does.Contain("Læseklub"));
    }

    private PublicGraphQL Api => _library.Api;

    private static ResponseCache Cache(long capacity) => new(capacity, TimeProvider.System, NullLogger.Instance);

    private static AnswerWork<PublicGraphQL> Asking(Edition edition, string document) => new(
        api => api.Answer(edition, new Question(Encoding.UTF8.GetBytes(document))).Answer, _ => default, _ => null);

    private Answer Kept(ResponseCache cache, Edition edition, CacheKey key)
    {
        Answer answer = null!;
        for (var time = 0; time < 2; time++)
        {
            answer = cache.FindOrMake(edition, key, Library.Now, Api, Asking(edition, "{ branches { title slug } }"), out _);
        }

        return answer;
    }

    private Answer Twice(Edition edition, string document)
    {
        Ask(edition, document).Dispose();
        return Ask(edition, document);
    }

    private Answer Ask(Edition edition, string document, object? variables = null) => Api.Answer(
        edition, new Question(Encoding.UTF8.GetBytes(document), null, variables is null ? default : JsonSerializer.SerializeToUtf8Bytes(variables))).Answer;

    private static string Text(Answer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
