using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Caching;

/// <summary>How the answers to one kind of question are made.</summary>
/// <param name="Make">Makes the answer for this request, synchronously.</param>
/// <param name="Sort">What is the same for questions whose answers take about equally long, e.g. those with the same document.</param>
/// <param name="Again">What makes it once more when the request is long gone; null when nothing can.</param>
internal sealed record AnswerWork<TState>(Func<TState, Answer> Make, Func<TState, CacheKey> Sort, Func<TState, AnswerAgain?> Again);

/// <summary>What makes an answer once more.</summary>
/// <param name="Make">Makes it of another edition, for another moment.</param>
/// <param name="Sort">The question's sort.</param>
internal sealed record AnswerAgain(Func<Edition, DateTimeOffset, Answer> Make, CacheKey Sort)
{
    /// <summary>The same as a work of its own.</summary>
    public static AnswerWork<(AnswerAgain Again, Edition Edition, DateTimeOffset Now)> Work { get; } =
        new(state => state.Again.Make(state.Edition, state.Now), state => state.Again.Sort, state => state.Again);
}
