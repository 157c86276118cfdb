using System.Globalization;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Changes;

/// <summary>
/// Everything that is saved, drafts, types and people too, in the order in which it was committed, whoever saved it: an editor, the schedule, an
/// import, another server. <see cref="ChangeFeed"/> is for readers and tells only of what they see; this is for those who edit.
/// </summary>
/// <remarks>Written in the transaction that saves, from the rows that it writes. Only the newest are kept: it is news, not history.</remarks>
public sealed class SaveFeed
{
    private readonly ContentDatabase _database;
    private readonly SaveSignal _signal;

    internal SaveFeed(ContentDatabase database, SaveSignal signal) => (_database, _signal) = (database, signal);

    /// <summary>Completes when there may be something new. Take it before looking, so that nothing falls between; look now and then without it.</summary>
    public Task Next => _signal.Next;

    /// <summary>The newest place that this process has committed; 0 before its first.</summary>
    public long Committed => _signal.Committed;

    /// <summary>The newest place.</summary>
    public Task<long> HeadAsync(CancellationToken cancellationToken) => _database.ReadMomentAsync(moment => HeadAsync(moment, cancellationToken), cancellationToken);

    /// <summary>What was saved after this place, and the newest place. What is no longer kept comes as <see cref="SavedKind.Everything"/>.</summary>
    public Task<(IReadOnlyList<SavedThing> Things, long Head)> ReadAfterAsync(long place, CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(moment => ReadAfterAsync(moment, place, cancellationToken), cancellationToken);

    internal static async Task<(IReadOnlyList<SavedThing> Things, long Head)> ReadAfterAsync(Moment moment, long place, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(moment, cancellationToken);
        var statement = string.Create(CultureInfo.InvariantCulture, $"SELECT kind, how, key FROM saved WHERE sequence > {place} ORDER BY sequence");
        var things = head == place
            ? []
            : await moment.ReadAsync(statement, row => new SavedThing((SavedKind)row.GetInt32(0), (SavedHow)row.GetInt32(1), row.GetGuid(2)), cancellationToken);
        return things.Count == head - place ? (things, head) : ([new SavedThing(SavedKind.Everything, SavedHow.Updated, Guid.Empty)], head);
    }

    internal static async Task<long> HeadAsync(Moment moment, CancellationToken cancellationToken) =>
        (await moment.ReadAsync("SELECT sequence FROM saved_head", row => row.GetInt64(0), cancellationToken)).Single();
}
