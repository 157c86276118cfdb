using System.Collections.Immutable;
using System.Globalization;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Two people in the same document: who saved in between, and where this person's text went.</summary>
internal sealed class EditConflicts(ContentTree tree, History history, UserNames users)
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>
    /// What to compare with when this person saves. When everything saved since is their own (a save whose answer was lost, or
    /// one that was saved but could not be published), there is nobody to have a conflict with.
    /// </summary>
    public async Task<ImmutableDictionary<string, DateTimeOffset>> BaseAsync(
        Guid key, NodeKind kind, ImmutableDictionary<string, DateTimeOffset> opened, Guid userKey, CancellationToken cancellationToken)
    {
        if (opened.IsEmpty || kind != NodeKind.Document)
        {
            return opened;
        }

        var found = await tree.SummariesAsync(kind, [key], cancellationToken);
        if (found is not [{ } node] || node.WriterKey != userKey || !SavedSince(node, opened))
        {
            return opened;
        }

        var since = opened.Values.Min();
        var versions = await history.VersionsAsync(key, 0, 50, cancellationToken);
        var newer = versions.Items.Where(version => version.Date > since).ToList();
        return newer.Count < 50 && newer.TrueForAll(version => version.AuthorKey == userKey) ? opened.Clear() : opened;
    }

    /// <summary>
    /// The refusal, with the whole story in itself: the backoffice shows its title and the first lines of its detail, and would
    /// show a notification beside it as a second message about the same thing.
    /// </summary>
    public async Task<Problem> ExplainAsync(EditConflict conflict, NodeKind kind, CancellationToken cancellationToken)
    {
        var names = await users.FindAsync([conflict.WriterKey], cancellationToken);
        var who = conflict.WriterKey is { } key && names.TryGetValue(key, out var name) ? name : "En anden";
        var at = TimeZoneInfo.ConvertTime(conflict.SavedAt, Copenhagen).ToString("d. MMMM 'kl.' HH.mm", Danish);
        var what = NodeProblems.Noun(kind).ToLower(Danish);
        return new Problem(
            StatusCodes.Status409Conflict,
            $"{who} gemte en anden udgave {at}, efter at du åbnede {what}.",
            $"Din tekst er ikke tabt: Genindlæs {what}, vælg «Fortryd ændringer» i menuen, og tag den øverste version frem.",
            nameof(EditingStatus.ConcurrencyViolation));
    }

    private static bool SavedSince(NodeSummary node, ImmutableDictionary<string, DateTimeOffset> opened) =>
        node.Variants.Any(variant => opened.TryGetValue(variant.Culture ?? "", out var date) && variant.UpdateDate > date);
}
