using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Finds the keys that values point at: pickers, links and pictures, in blocks and rich text too.</summary>
internal static partial class ReferenceTracker
{
    // Keys of blocks and types are keys too, but never of a document or media item.
    private static readonly HashSet<string> Ignored = new(
        ["key", "contentKey", "settingsKey", "contentTypeKey", "contentUdi", "settingsUdi", "alias", "culture", "segment", "editorAlias", "mediaTypeAlias"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Records what a node points at now, in its draft and in what readers see.</summary>
    public static async Task UpdateAsync(WriteSession session, Guid source, bool isNew, NodeContent draft, NodeContent? published, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<(Guid Target, string Property)>();
        foreach (var value in published is null ? draft.Values : [.. draft.Values, .. published.Values])
        {
            foreach (var target in TargetsOf(value.Value))
            {
                wanted.Add((target, value.Alias));
            }
        }

        if (!isNew)
        {
            await session.Context.References.Where(reference => reference.SourceKey == source).LoadAsync(cancellationToken);
            Settle(session.Context.ChangeTracker, source, wanted);
        }

        session.Context.References.AddRange(wanted.Select(target => new ReferenceRow { SourceKey = source, TargetKey = target.Target, Property = target.Property }));
    }

    /// <summary>Every key that may be a document's or media item's.</summary>
    public static IReadOnlyCollection<Guid> TargetsOf(JsonElement value)
    {
        var targets = new HashSet<Guid>();
        Walk(value, targets);
        return targets;
    }

    // What the same transaction already recorded counts too: saving and publishing are one, and each comes by here.
    private static void Settle(ChangeTracker tracker, Guid source, HashSet<(Guid Target, string Property)> wanted)
    {
        // References never change, so there is nothing to look for; looking would go through everything that an import holds.
        tracker.AutoDetectChangesEnabled = false;
        var entries = tracker.Entries<ReferenceRow>().Where(entry => entry.Entity.SourceKey == source).ToList();
        tracker.AutoDetectChangesEnabled = true;
        foreach (var entry in entries)
        {
            var isWanted = wanted.Remove((entry.Entity.TargetKey, entry.Entity.Property));
            entry.State = (entry.State, isWanted) switch
            {
                (EntityState.Added, false) => EntityState.Detached,
                (EntityState.Deleted, true) => EntityState.Unchanged,
                (var state, true) => state,
                _ => EntityState.Deleted,
            };
        }
    }

    private static void Walk(JsonElement value, HashSet<Guid> targets)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (!Ignored.Contains(property.Name))
                    {
                        Walk(property.Value, targets);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Walk(item, targets);
                }

                break;
            case JsonValueKind.String:
                Read(value.GetString()!, targets);
                break;
        }
    }

    private static void Read(string text, HashSet<Guid> targets)
    {
        if (text.Length < 32)
        {
            return;
        }

        foreach (var part in text.Split(','))
        {
            if (Guid.TryParseExact(part.Trim(), "D", out var key))
            {
                targets.Add(key);
            }
        }

        foreach (Match link in Links().Matches(text))
        {
            targets.Add(Guid.Parse(link.Groups["key"].ValueSpan));
        }
    }

    [GeneratedRegex(
        @"(?:umb://(?:document|media)/|\{localLink:|data-udi=""umb://(?:document|media)/)(?<key>[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
