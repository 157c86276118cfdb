using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Tells what is found by a word that stands in a field which may not be read: that it is found would give the word away.</summary>
/// <remarks>Texts are kept without their fields, so the drafts are read; only of types with a hidden field, and only what its name does not explain.</remarks>
/// <param name="words">What is looked for.</param>
/// <param name="hidden">By type the aliases that may not be read.</param>
internal sealed class ReadableFinds(IReadOnlyList<SoughtWord> words, IReadOnlyDictionary<Guid, IReadOnlySet<string>> hidden)
{
    /// <summary>Those that are found by what may be read, in the same order.</summary>
    public async Task<IReadOnlyList<OutlineNode>> OfAsync(ContentDbContext context, IReadOnlyList<OutlineNode> found, CancellationToken cancellationToken)
    {
        var doubtful = found.Where(find => hidden.ContainsKey(find.ContentTypeKey) && !words.All(word => word.IsInName(find.Names))).ToDictionary(find => find.VersionKey);
        if (doubtful.Count == 0)
        {
            return found;
        }

        var drafts = await NodeQueries.ByKeysAsync(
            [.. doubtful.Keys],
            batch => context.Versions.Where(version => batch.Contains(version.Key)).Select(version => new { version.Key, version.Content }),
            cancellationToken);
        var explained = drafts.Where(draft => IsExplained(doubtful[draft.Key], draft.Content)).Select(draft => draft.Key).ToHashSet();
        return [.. found.Where(find => !doubtful.ContainsKey(find.VersionKey) || explained.Contains(find.VersionKey))];
    }

    private bool IsExplained(OutlineNode find, string stored)
    {
        var draft = ContentJson.Read(stored);
        var text = DraftWords.Of(draft with { Values = [.. draft.Values.Where(value => !hidden[find.ContentTypeKey].Contains(value.Alias))] });
        return words.All(word => word.IsInName(find.Names) || word.IsIn(text));
    }
}
