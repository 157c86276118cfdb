using System.Data.Common;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Redirects;

/// <summary>Where documents stood when they were last looked at, which tells who has moved since.</summary>
/// <remarks>
/// Who has moved is found by reading, and only that is written, in portions: an editor who saves while a hundred thousand documents are looked at
/// waits for one portion. A server that dies in between finds the rest at its next start.
/// </remarks>
internal sealed class AddressBook(ContentDatabase database)
{
    private const int Portion = 200;

    /// <summary>Notes where documents stand in an edition, and where they stood when that was another place. What readers do not see is left as it was.</summary>
    /// <param name="edition">Where they stand.</param>
    /// <param name="keys">The documents, what stands below one that has moved is looked at too; null for all there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RecordAsync(Edition edition, IReadOnlyCollection<Guid>? keys, CancellationToken cancellationToken)
    {
        var standing = await database.ReadMomentAsync(
            moment => keys is null ? AllAsync(moment, edition, cancellationToken) : SomeAsync(moment, edition, keys, cancellationToken), cancellationToken);
        var taken = standing.Select(place => place.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var portion in standing.Chunk(Portion))
        {
            await database.WriteRuntimeAsync(context => WriteAsync(context, portion, taken, cancellationToken), cancellationToken);
        }
    }

    private static async Task<List<Place>> AllAsync(Moment moment, Edition edition, CancellationToken cancellationToken)
    {
        var known = await moment.ReadAsync("SELECT node_key, culture, path FROM address", Place.Read, cancellationToken);
        return New(edition, edition.Documents, known);
    }

    private static async Task<List<Place>> SomeAsync(Moment moment, Edition edition, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var (found, seen) = (new List<Place>(), new HashSet<Guid>());
        while (keys.Count > 0)
        {
            var documents = keys.Where(seen.Add).Select(edition.Find).OfType<PublishedDocument>().ToList();
            var known = await moment.ReadAsync(
                "SELECT node_key, culture, path FROM address WHERE node_key IN ({keys})", [.. documents.Select(document => document.Key)], Place.Read, cancellationToken);
            var here = New(edition, documents, known);
            found.AddRange(here);
            keys = [.. here.Select(place => place.Key).Distinct().SelectMany(key => edition.ChildrenOf(key)).Select(child => child.Key)];
        }

        return found;
    }

    /// <summary>The places at which documents were not when they were last looked at.</summary>
    private static List<Place> New(Edition edition, IEnumerable<PublishedDocument> documents, IEnumerable<Place> known)
    {
        var before = known.ToDictionary(place => (place.Key, place.Culture), place => place.Path);
        return
        [
            .. from document in documents
               from culture in document.UrlSegments.Keys
               let path = Redirect.Normal(edition.PathOf(document, culture.Length == 0 ? null : culture))
               where !before.TryGetValue((document.Key, culture), out var old) || old != path
               select new Place(document.Key, culture, path),
        ];
    }

    private async Task<bool> WriteAsync(ContentDbContext context, Place[] portion, HashSet<string> taken, CancellationToken cancellationToken)
    {
        // Every server with a backoffice looks; the first one notes, and the others find that it is done.
        await database.WaitForTurnAsync(context, "address", cancellationToken);
        var keys = portion.Select(place => place.Key).Distinct().ToArray();
        var there = await context.Nodes.Where(node => keys.Contains(node.Key)).Select(node => node.Key).ToHashSetAsync(cancellationToken);
        var addresses = await context.Set<AddressRow>().Where(address => keys.Contains(address.NodeKey)).ToDictionaryAsync(
            address => (address.NodeKey, address.Culture), cancellationToken);
        var remember = await RedirectStore.AreEnabledAsync(context, cancellationToken);
        var left = new List<RedirectRow>();
        foreach (var place in portion.Where(place => there.Contains(place.Key))) // what was deleted since stands nowhere
        {
            if (!addresses.TryGetValue((place.Key, place.Culture), out var address))
            {
                context.Add(new AddressRow { NodeKey = place.Key, Culture = place.Culture, Path = place.Path });
            }
            else if (address.Path != place.Path)
            {
                if (remember && !taken.Contains(address.Path))
                {
                    left.Add(Left(address));
                }

                address.Path = place.Path;
            }
        }

        // Where somebody stands now, nobody is sent away from; and who left last is who is looked for.
        var changed = portion.Select(place => place.Path).Concat(left.Select(redirect => redirect.Path)).Distinct().ToArray();
        await context.Set<RedirectRow>().Where(redirect => changed.Contains(redirect.Path)).ExecuteDeleteAsync(cancellationToken);
        context.AddRange(left.DistinctBy(redirect => redirect.Path));
        return true;
    }

    private RedirectRow Left(AddressRow address) => new()
    {
        Key = Guid.CreateVersion7(database.Now()),
        Path = address.Path,
        Culture = address.Culture,
        NodeKey = address.NodeKey,
        Created = database.Now(),
    };

    /// <param name="Key">The document.</param>
    /// <param name="Culture">Empty for an invariant document.</param>
    /// <param name="Path">As addresses are compared.</param>
    private sealed record Place(Guid Key, string Culture, string Path)
    {
        public static Place Read(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2));
    }
}
