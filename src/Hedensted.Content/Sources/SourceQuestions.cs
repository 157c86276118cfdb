using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Sources;

/// <summary>Something that a person decides about what a source says.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Kind">What kind of question it is; the importer's own word.</param>
/// <param name="Subject">What is asked about, written so that the same thing is the same text.</param>
/// <param name="Label">What it is called in the source.</param>
/// <param name="Detail">What helps to decide, e.g. the events that it is about.</param>
/// <param name="Asked">When it was asked first.</param>
/// <param name="Answer">The decision; null while nobody has decided.</param>
public sealed record SourceQuestion(Guid Key, string Kind, string Subject, string Label, string Detail, DateTimeOffset Asked, SourceAnswer? Answer);

/// <summary>A decision.</summary>
/// <param name="Choice">The importer's own word.</param>
/// <param name="TargetKey">The document that was chosen, when one was.</param>
/// <param name="UserKey">Who decided.</param>
/// <param name="At">When.</param>
public sealed record SourceAnswer(string Choice, Guid? TargetKey, Guid? UserKey, DateTimeOffset At);

/// <summary>What a source leaves to a person.</summary>
/// <param name="Kind">As in <see cref="SourceQuestion"/>.</param>
/// <param name="Subject">As in <see cref="SourceQuestion"/>.</param>
/// <param name="Label">As in <see cref="SourceQuestion"/>.</param>
/// <param name="Detail">As in <see cref="SourceQuestion"/>.</param>
public sealed record AskedOf(string Kind, string Subject, string Label, string Detail);

/// <summary>The questions about a source, and the decisions, which later runs remember.</summary>
public sealed class SourceQuestions
{
    private readonly ContentDatabase _database;

    internal SourceQuestions(ContentDatabase database) => _database = database;

    /// <summary>All about one system, decided or not, the oldest first.</summary>
    public Task<IReadOnlyList<SourceQuestion>> OfAsync(string system, CancellationToken cancellationToken) => _database.ReadAsync<IReadOnlyList<SourceQuestion>>(
        async context => (await context.Set<SourceQuestionRow>().AsNoTracking()
            .Where(question => question.System == system)
            .OrderBy(question => question.Asked).ThenBy(question => question.Kind).ThenBy(question => question.Subject)
            .ToListAsync(cancellationToken)).ConvertAll(Read),
        cancellationToken);

    /// <summary>Makes these the questions that are open. What is asked no more and was never decided is forgotten; decisions stay.</summary>
    /// <param name="system">About whom.</param>
    /// <param name="asked">All that is open now, and what is decided and still so.</param>
    /// <param name="passing">The kind of question whose decisions are forgotten, too, when nothing asks any more.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task AskAsync(string system, IReadOnlyCollection<AskedOf> asked, string passing, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context =>
        {
            var rows = (await context.Set<SourceQuestionRow>().Where(question => question.System == system).ToListAsync(cancellationToken))
                .ToDictionary(row => (row.Kind, row.Subject));
            foreach (var one in asked.DistinctBy(one => (one.Kind, one.Subject)))
            {
                if (rows.Remove((one.Kind, one.Subject), out var row))
                {
                    (row.Label, row.Detail) = (one.Label, one.Detail);
                }
                else
                {
                    context.Add(new SourceQuestionRow
                    {
                        Key = SequentialKeys.OfProcess.Next(_database.Now()),
                        System = system,
                        Kind = one.Kind,
                        Subject = one.Subject,
                        Label = one.Label,
                        Detail = one.Detail,
                        Asked = _database.Now(),
                    });
                }
            }

            context.RemoveRange(rows.Values.Where(row => row.Answer is null || row.Kind == passing));
            return true;
        },
        cancellationToken);

    /// <summary>Decides one; a new decision takes the place of an old one.</summary>
    /// <returns>Whether there is such a question.</returns>
    public Task<bool> AnswerAsync(Guid key, string choice, Guid? targetKey, Guid? userKey, CancellationToken cancellationToken) => _database.WriteRuntimeAsync(
        async context =>
        {
            if (await context.Set<SourceQuestionRow>().FindAsync([key], cancellationToken) is not { } row)
            {
                return false;
            }

            (row.Answer, row.TargetKey, row.AnsweredBy, row.Answered) = (choice, targetKey, userKey, _database.Now());
            return true;
        },
        cancellationToken);

    private static SourceQuestion Read(SourceQuestionRow row) => new(
        row.Key,
        row.Kind,
        row.Subject,
        row.Label,
        row.Detail,
        row.Asked,
        row.Answer is { } choice ? new SourceAnswer(choice, row.TargetKey, row.AnsweredBy, row.Answered ?? row.Asked) : null);
}
