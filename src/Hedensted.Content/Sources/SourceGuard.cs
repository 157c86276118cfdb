using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Sources;

/// <summary>Keeps from everybody else what a source owns.</summary>
internal static class SourceGuard
{
    /// <summary>What a save would change that is not the editor's to change, field by field.</summary>
    public static async Task<ImmutableArray<ValidationError>> BrokenAsync(
        WriteSession session, NodeRow row, ContentType type, NodeContent draft, NodeContent content, CancellationToken cancellationToken) =>
    [
        .. (await OwnedAsync(session, row, cancellationToken))
            .Where(alias => !SourceValues.Same(draft.ValueOf(alias), content.ValueOf(alias)))
            .Select(alias => new ValidationError(
                alias, null, "", $"«{session.Schema.FindProperty(type, alias)?.Name ?? alias}» hentes fra kilden og kan ikke rettes her. Ret det i kilden, eller frigør siden fra den.")),
    ];

    /// <summary>The content with the source's values as they are now; the rest may go back to what it was.</summary>
    public static async Task<NodeContent> KeepAsync(WriteSession session, NodeRow row, NodeContent draft, NodeContent content, CancellationToken cancellationToken)
    {
        var owned = await OwnedAsync(session, row, cancellationToken);
        bool IsOwned(PropertyValue value) => owned.Contains(value.Alias);
        return owned.IsEmpty ? content : content with { Values = [.. content.Values.Where(value => !IsOwned(value)), .. draft.Values.Where(IsOwned)] };
    }

    private static async Task<ImmutableHashSet<string>> OwnedAsync(WriteSession session, NodeRow row, CancellationToken cancellationToken) =>
        row.Kind == NodeKind.Document
        && await session.Context.Set<SourceLinkRow>().AsNoTracking().SingleOrDefaultAsync(link => link.NodeKey == row.Key && !link.Released, cancellationToken) is { } found
            ? SourceJson.Read(found).Owned.Keys.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
}
