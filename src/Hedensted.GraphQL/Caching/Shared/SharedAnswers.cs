using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Answers that other nodes have made. None is believed: each is checked against the reader's own edition, as if it had been made here then.</summary>
/// <remarks>The turn to make an answer saves work and is no lock: whoever waited long enough makes its own.</remarks>
internal sealed class SharedAnswers(ISharedStore store, DatabaseEpoch epoch, IOptions<SharedAnswerOptions> options, TimeProvider time)
{
    private static readonly string Program = ProgramId.Of(typeof(SharedAnswers), typeof(Bibliotek.HedenstedBibliotek), typeof(Edition), typeof(Engine.GraphQLEngine));
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(3);

    // When many thousands come at once the node that makes it is slow, too, and a second one that gives up and makes its own makes all of them slower.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private string? _prefix;

    /// <summary>Whether it is worth asking.</summary>
    public bool IsUp => store.IsUp;

    /// <summary>How long answers take to make here.</summary>
    public MakingTimes Times { get; } = new(options.Value.Worthwhile);

    /// <summary>The answer to a question, if another node has made one that this edition would give at this moment.</summary>
    public async ValueTask<SharedAnswer?> FindAsync(CacheKey key, Edition edition, DateTimeOffset now) =>
        await store.GetAsync(KeyOf('a', edition, key)) is { Length: <= SharedFormat.MaxBytes } bytes
        && SharedFormat.Read(bytes, key, epoch.Secret.Span) is { } answer
        && IsRight(answer, edition, now)
            ? answer
            : null;

    /// <summary>Asks for the turn to make an answer.</summary>
    public async ValueTask<Turn> TakeTurnAsync(CacheKey key, Edition edition) => await store.TryMarkAsync(KeyOf('t', edition, key), LongestTurn) switch
    {
        true => Turn.Mine,
        false => Turn.Another,
        null => Turn.Unknown,
    };

    /// <summary>What the node whose turn it is makes; null when it takes too long.</summary>
    public async ValueTask<SharedAnswer?> WaitAsync(CacheKey key, Edition edition, DateTimeOffset now)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; store.IsUp && time.GetElapsedTime(started) + pause <= Patience; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
        {
            await Task.Delay(pause, time);
            if (await FindAsync(key, edition, now) is { } made)
            {
                return made;
            }
        }

        return null;
    }

    /// <summary>Gives an answer to the others, soon.</summary>
    /// <param name="answer">An answer that is kept here.</param>
    /// <param name="edition">The edition that it was made from.</param>
    /// <param name="endsTurn">Whether those who wait for it wait for this.</param>
    public void Put(Answer answer, Edition edition, bool endsTurn) => _ = PutAsync(answer, edition, endsTurn);

    /// <summary>Lets another node make the answer.</summary>
    public void GiveTurnBack(CacheKey key, Edition edition) => store.Remove(KeyOf('t', edition, key));

    private async Task PutAsync(Answer answer, Edition edition, bool endsTurn)
    {
        var key = answer.Key!.Value;
        var now = time.GetUtcNow();
        var left = answer.ValidUntil - now ?? options.Value.LongestLife;
        if (left > TimeSpan.Zero && answer.Body.Length <= SharedFormat.MaxBytes)
        {
            // Away from the request that made it.
            await Task.Yield();
            var brotli = answer.Variants is { } variants ? await variants.BrotliAsync() : null;
            var shared = new SharedAnswer(
                key, answer.AsOf, answer.Read, answer.MadeAt, answer.ValidUntil, answer.TrueSince, answer.Cost, answer.OperationName, answer.DocumentHash, answer.Body.ToArray(), brotli);
            store.Put(KeyOf('a', edition, key), SharedFormat.Write(shared, epoch.Secret.Span), Life(left));
        }

        if (endsTurn)
        {
            // Behind the answer, on the same way.
            GiveTurnBack(key, edition);
        }
    }

    private static bool IsRight(SharedAnswer answer, Edition edition, DateTimeOffset now) =>
        answer.AsOf <= edition.Position
        && edition.Projection<AreaAges>().AreSameSince(answer.AsOf, answer.Read)
        && new Validity(answer.MadeAt, answer.ValidUntil).Holds(now);

    // The program, the database, the types and the question: nothing that differs in one of them can meet.
    private string KeyOf(char what, Edition edition, CacheKey key) =>
        $"{_prefix ??= $"{options.Value.Prefix}:{Program}:{epoch.Id}:"}{AreaMap.Of(edition.Schema).Id}:{what}:{key.First:x16}{key.Second:x16}";

    // Not all at once: what was put at the same time should not go at the same time.
    private TimeSpan Life(TimeSpan left)
    {
        var life = left < options.Value.LongestLife ? left : options.Value.LongestLife;
        return life * (0.9 + (Random.Shared.NextDouble() * 0.1));
    }
}
