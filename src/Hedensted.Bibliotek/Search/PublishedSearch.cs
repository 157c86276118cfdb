using Hedensted.Content.Search;

namespace Hedensted.Bibliotek.Search;

/// <summary>The search of one edition. Its index is made when somebody first asks for it, and from then on follows the editions.</summary>
/// <remarks>An edition projection: <c>edition.Projection&lt;PublishedSearch&gt;()</c>.</remarks>
public sealed class PublishedSearch
{
    private readonly Lazy<Task<SearchIndex>> _index;

    internal PublishedSearch(Func<SearchIndex> make) =>
        _index = new(() => Task.Factory.StartNew(make, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    private PublishedSearch(Task<SearchIndex> index)
    {
        _index = new(index);
        _ = _index.Value;
    }

    /// <summary>The index, soon: the first one of a large site takes some seconds, on a thread of its own.</summary>
    public Task<SearchIndex> Index => _index.Value;

    /// <summary>The search of the next edition.</summary>
    /// <param name="make">Makes its index from the start.</param>
    /// <param name="change">Makes it out of this one's.</param>
    internal PublishedSearch Next(Func<SearchIndex> make, Func<SearchIndex, SearchIndex> change)
    {
        // Nobody has asked yet: then nobody needs to follow. And what failed is made anew for the next who asks.
        if (!_index.IsValueCreated || Index.IsFaulted)
        {
            return new(make);
        }

        // At once when the index is there; and a failure is the search's own, not the edition's.
        return new(Index.ContinueWith(before => change(before.Result), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
    }
}
