using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Takes a type out of a file into the site, in a transaction. Everything is checked before anything is written.</summary>
internal sealed class TypeImport(WriteSession session, TransferFile file, Guid? userKey)
{
    private const int Named = 4;

    private readonly NodeKind _kind = file.Kind == TransferKind.MediaType ? NodeKind.Media : NodeKind.Document;
    private readonly TypeFile _read = new(file, session.Schema, session.NewKey);

    /// <summary>Imports it as a new type, or over the one that has its key.</summary>
    public async Task<SchemaResult> RunAsync(bool overwrite, CancellationToken cancellationToken)
    {
        var before = session.Schema.FindType(file.Key) is { } same && same.Kind == _kind ? same : null;
        if (await RefusePlaceAsync(before, overwrite, cancellationToken) is { } taken)
        {
            return taken;
        }

        ContentType type;
        try
        {
            type = _read.Read();
        }
        catch (ProblemException problem)
        {
            return new(SchemaStatus.TemporaryFileConversionFailure, file.Key) { Explanation = TransferFile.Explain(problem) };
        }

        if ((RefuseMissing(type) ?? RefuseClashes(type)) is { } refused)
        {
            return refused;
        }

        var folders = await Folders.OfAsync(session, FolderTrees.Of(_kind), cancellationToken);
        var way = before is null ? folders.Plan(_read.Folders) : [];
        if (way is null)
        {
            return new(SchemaStatus.InvalidName, file.Key) { Explanation = "Et mappenavn i filen er tomt, for langt eller har en skråstreg i sig. Ret Folders i filen." };
        }

        var result = before is null
            ? await ContentTypeEditor.SaveAsync(session, type with { Folder = way is [.., var last] ? last.Path : "" }, type, AuditType.New, userKey, cancellationToken)
            : await OverAsync(before, type, cancellationToken);
        if (!result.Succeeded)
        {
            return result;
        }

        await folders.MakeAsync(way, cancellationToken);
        return result with { Notes = [.. Notes(type)] };
    }

    private async Task<SchemaResult> OverAsync(ContentType before, ContentType type, CancellationToken cancellationToken) =>
        TypeMerge.Over(before, _read.CompletedBy(type, before), out var twice) is { } merged
            ? await ContentTypeEditor.ReplaceAsync(session, before, merged, merged, userKey, cancellationToken)
            : new(SchemaStatus.DuplicatePropertyTypeAlias, file.Key, twice);

    private async Task<SchemaResult?> RefusePlaceAsync(ContentType? before, bool overwrite, CancellationToken cancellationToken)
    {
        if (overwrite)
        {
            return before is null ? new(SchemaStatus.NotFound, file.Key) : null;
        }

        if (before is not null)
        {
            return new(_kind == NodeKind.Media ? SchemaStatus.MediaTypeExists : SchemaStatus.DocumentTypeExists, file.Key, before.Name);
        }

        return await DefinitionWriter.ExistsAsync(session, file.Key, cancellationToken)
            ? new(SchemaStatus.DuplicateKey, file.Key) { Explanation = $"Nøglen {file.Key} bruges til noget andet her. Giv typen en anden <Key> i filen." }
            : null;
    }

    // Nothing is made up for what is missing: what a field is edited with decides what stands in it.
    private SchemaResult? RefuseMissing(ContentType type)
    {
        if (_read.MissingCompositions.Count > 0)
        {
            return new(SchemaStatus.InvalidComposition, file.Key)
            {
                Explanation = $"Typen er sat sammen af {Quoted(_read.MissingCompositions)}, som ikke er her. Importér først {(_read.MissingCompositions.Count == 1 ? "den" : "dem")}, og så denne.",
            };
        }

        var missing = type.Properties.Where(property => session.Schema.FindDataType(property.DataTypeKey) is null).GroupBy(property => property.DataTypeKey).ToArray();
        if (missing.Length > 0)
        {
            var sentences = missing.Take(Named).Select(group =>
                $"Feltet {Quoted([.. group.Select(property => property.Name)])} bruger datatypen {group.Key} ({TransferFile.Short(_read.Editors[group.First().Alias])}), som ikke er her.{Suggestion(_read.Editors[group.First().Alias])}");
            var more = missing.Length > Named ? $" Det samme gælder {missing.Length - Named} datatyper til." : "";
            return new(SchemaStatus.DataTypeNotFound, file.Key) { Explanation = $"{string.Join(" ", sentences)}{more} Hent datatypen fra det andet websted med uSync, eller skriv nøglen på en af dem her i <Definition> i filen." };
        }

        return type.CollectionKey is { } view && session.Schema.FindDataType(view)?.EditorAlias != "Umbraco.ListView"
            ? new(SchemaStatus.DataTypeNotFound, file.Key) { Explanation = $"Listevisningen {view}, som det under typen vises i, er ikke her. Hent den fra det andet websted med uSync, eller slet <ListView> i filen, og vælg en listevisning på typen bagefter." }
            : null;
    }

    private string Suggestion(string editor)
    {
        var like = session.Schema.DataTypes.Where(dataType => dataType.EditorAlias == editor).OrderBy(dataType => dataType.Name, StringComparer.OrdinalIgnoreCase).Take(2).ToArray();
        return like.Length == 0 ? "" : $" Af samme slags er her {string.Join(" og ", like.Select(dataType => $"«{dataType.Name}» ({dataType.Key})"))}.";
    }

    private SchemaResult? RefuseClashes(ContentType type)
    {
        if (session.Schema.FindType(_kind, type.Alias) is { } same && same.Key != type.Key)
        {
            return new(SchemaStatus.DuplicateAlias, file.Key)
            {
                Explanation = $"Aliasset «{same.Alias}» har en anden type her, nemlig «{same.Name}». Giv typen et andet <Alias> i filen, eller slet den, der er.",
            };
        }

        var keys = type.Properties.Select(property => (property.Key, property.Name)).Concat(type.Containers.Select(container => (container.Key, container.Name))).ToArray();
        if (keys.GroupBy(own => own.Key).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            return new(SchemaStatus.DuplicateKey, file.Key) { Explanation = $"{Quoted([.. twice.Select(own => own.Name)])} har samme nøgle i filen. Slet <Key> på den ene, så får den en ny." };
        }

        foreach (var other in session.Schema.ContentTypes.Where(other => other.Key != type.Key))
        {
            var taken = keys.FirstOrDefault(own => other.Properties.Any(property => property.Key == own.Key) || other.Containers.Any(container => container.Key == own.Key));
            if (taken.Name is not null)
            {
                return new(SchemaStatus.DuplicateKey, file.Key)
                {
                    Explanation = $"«{TransferFile.Short(taken.Name)}» har samme nøgle ({taken.Key}) som et felt eller en gruppe på «{other.Name}». Slet <Key> dér i filen, så får det en ny.",
                };
            }
        }

        return null;
    }

    private IEnumerable<string> Notes(ContentType type)
    {
        if (_read.UnknownChildren.Count > 0)
        {
            yield return $"{Quoted(_read.UnknownChildren)} må ligge under typen, men er ikke her. Importér dem, og vælg dem under «Struktur».";
        }

        if (_read.Templates.Count > 0)
        {
            yield return $"Skabelonen {Quoted(_read.Templates)} er ikke fulgt med: hjemmesiden og skærmene henter indholdet gennem GraphQL og viser det selv.";
        }

        if (_read.VariesBySegment)
        {
            yield return "Noget i filen skifter med segmentet. Det gør intet her; det skifter nu kun med sproget, hvor filen siger det.";
        }

        var other = type.Properties.Where(property => !IsEditedAlike(session.Schema.FindDataType(property.DataTypeKey)!.EditorAlias, _read.Editors[property.Alias])).ToArray();
        if (other.Length > 0)
        {
            yield return $"Datatypen til {Quoted([.. other.Select(property => property.Name)])} har et andet redigeringsfelt her, end filen siger. Se efter, at det er det rigtige.";
        }
    }

    // Version 14 gave the rich text another name.
    private static bool IsEditedAlike(string here, string inFile) =>
        inFile.Length == 0 || here == inFile || (here == "Umbraco.RichText" && inFile is "Umbraco.TinyMCE" or "Umbraco.TinyMCEv3");

    private static string Quoted(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Named).Select(name => $"«{TransferFile.Short(name)}»")) + (names.Count > Named ? $" og {names.Count - Named} til" : "");
}
