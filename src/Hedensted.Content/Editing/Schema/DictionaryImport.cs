using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>
/// Takes dictionary texts out of a file into the site, in a transaction. As in Umbraco, a text that is here already gets the translations that
/// it lacks, and those that it has stand. Everything is checked before anything is written.
/// </summary>
internal sealed class DictionaryImport(WriteSession session, IReadOnlyDictionary<Guid, DictionaryItem> all, Guid? userKey)
{
    private readonly List<string> _kept = [];

    /// <summary>Imports the file's texts, the topmost below this one; null is the root.</summary>
    public async Task<SchemaResult> RunAsync(TransferFile file, Guid? parentKey, CancellationToken cancellationToken)
    {
        if (parentKey is { } above && !all.ContainsKey(above))
        {
            return new(SchemaStatus.ParentNotFound, file.Key) { Explanation = "Teksten, som du importerer under, er slettet imens. Genindlæs siden, og vælg et andet sted." };
        }

        IReadOnlyList<DictionaryItem> items;
        try
        {
            items = DictionaryTransfer.Read(file);
        }
        catch (ProblemException problem)
        {
            return new(SchemaStatus.InvalidFileContent, file.Key) { Explanation = TransferFile.Explain(problem) };
        }

        var after = new Dictionary<Guid, DictionaryItem>(all);
        var written = new List<(DictionaryItem Item, AuditType Action)>();
        foreach (var item in items.Select((item, order) => order == 0 ? item with { ParentKey = parentKey } : item))
        {
            var merged = Merge(item, out var action);
            if (await RefuseAsync(item, merged, after, cancellationToken) is { } refused)
            {
                return refused;
            }

            after[item.Key] = merged;
            if (!all.TryGetValue(item.Key, out var before) || before != merged)
            {
                written.Add((merged, action));
            }
        }

        foreach (var (item, action) in written)
        {
            await DictionaryEditor.PutAsync(session, item, action, userKey, cancellationToken);
        }

        return new(SchemaStatus.Success, file.Key) { Position = session.Position, Notes = _kept.Count == 0 ? [] : [Kept()] };
    }

    private async Task<SchemaResult?> RefuseAsync(DictionaryItem item, DictionaryItem merged, Dictionary<Guid, DictionaryItem> after, CancellationToken cancellationToken)
    {
        if (all.TryGetValue(item.Key, out var before) && before.ParentKey != item.ParentKey)
        {
            var place = before.ParentKey is { } at && all.TryGetValue(at, out var parent) ? $"under «{parent.Name}»" : "øverst i ordbogen";
            return new(SchemaStatus.DuplicateKey, item.Key) { Explanation = $"«{before.Name}» er her allerede, {place}. Importér dér, eller flyt eller slet den, der er, først." };
        }

        if (before is null && await DefinitionWriter.ExistsAsync(session, item.Key, cancellationToken))
        {
            return new(SchemaStatus.DuplicateKey, item.Key) { Explanation = $"Nøglen {item.Key} på «{item.Name}» bruges til noget andet her. Giv teksten en anden Key i filen." };
        }

        return DictionaryEditor.Refuse(session.Schema, after.Values, merged) is not { } refused ? null : refused.Status switch
        {
            SchemaStatus.DuplicateItemName => refused with { Explanation = $"Der er allerede en tekst, der hedder «{item.Name}», med en anden nøgle end i filen. Omdøb eller slet den, eller ret navnet i filen." },
            SchemaStatus.InvalidTranslation => refused with { Explanation = $"«{item.Name}» er oversat til «{TransferFile.Short(refused.About!)}», som ikke er på listen over sprog. Tilføj sproget under Indstillinger › Sprog, eller fjern oversættelsen i filen." },
            _ => refused,
        };
    }

    private DictionaryItem Merge(DictionaryItem item, out AuditType action)
    {
        if (!all.TryGetValue(item.Key, out var before))
        {
            action = AuditType.New;
            return item;
        }

        action = AuditType.Save;
        if (before.Name != item.Name || item.Translations.Any(translation => before.Translations.TryGetValue(translation.Key, out var text) && text != translation.Value))
        {
            _kept.Add(before.Name);
        }

        var added = item.Translations.Where(translation => !before.Translations.Keys.Contains(translation.Key, StringComparer.OrdinalIgnoreCase)).ToArray();
        return added.Length == 0 ? before : before with { Translations = before.Translations.AddRange(added) };
    }

    private string Kept() =>
        $"{string.Join(", ", _kept.Take(4).Select(name => $"«{name}»"))}{(_kept.Count > 4 ? $" og {_kept.Count - 4} til" : "")} er her allerede med et andet navn eller en anden tekst end i filen. Det, der stod, er blevet stående; kun oversættelser, der manglede, er kommet til.";
}
