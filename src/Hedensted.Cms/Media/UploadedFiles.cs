using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Media;

/// <summary>Turns files that an editor just uploaded into stored files before a node is saved.</summary>
internal sealed class UploadedFiles(TemporaryFiles temporary, StoredFiles stored)
{
    /// <summary>
    /// Replaces every <c>{temporaryFileId}</c> in the values (also inside blocks) with <c>{src, …}</c> of a stored file. For media, width,
    /// height, bytes and extension are filled in as well. Content without uploads comes back as it was.
    /// </summary>
    /// <param name="schema">The types.</param>
    /// <param name="type">The node's.</param>
    /// <param name="content">What is to be saved.</param>
    /// <param name="before">What the node holds now, whose addresses lead to what replaces them; null when it is new.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The content to save, or the errors that say which file cannot be taken; nothing is stored when there are errors.</returns>
    public async Task<UploadOutcome> TakeAsync(ContentSchema schema, ContentType type, NodeContent content, NodeContent? before, CancellationToken cancellationToken)
    {
        var found = new List<FileValue>();
        var values = content.Values.ToArray();
        for (var index = 0; index < values.Length; index++)
        {
            if (schema.FindProperty(type, values[index].Alias) is { } property && FileValue.MayHold(values[index].Value))
            {
                found.AddRange(FileValue.In(index, values[index], schema.FindDataType(property.DataTypeKey)));
            }
        }

        var errors = new List<ValidationError>();
        var files = new Dictionary<Guid, TemporaryFile>();
        foreach (var value in found)
        {
            if (await ProblemOfAsync(value, files, cancellationToken) is { } message)
            {
                errors.Add(new(values[value.Index].Alias, values[value.Index].Culture, value.Path, message));
            }
        }

        if (errors.Count > 0)
        {
            return new(content, [], [.. errors]);
        }

        var taken = found.Where(value => value.UploadId is not null).ToArray();
        return taken.Length == 0 ? new(content, [], []) : Store(schema, type, content, before, values, taken, files);
    }

    /// <summary>Removes what <see cref="TakeAsync"/> stored, because the save did not happen. The uploads wait on, so that the editor can try again.</summary>
    public Task DiscardAsync(UploadOutcome outcome, CancellationToken cancellationToken)
    {
        foreach (var path in outcome.Stored)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stored.Remove(path);
        }

        return Task.CompletedTask;
    }

    private async Task<string?> ProblemOfAsync(FileValue value, Dictionary<Guid, TemporaryFile> files, CancellationToken cancellationToken)
    {
        if (value.UploadId is not { } id)
        {
            return value.Source is null or "" || MediaFolders.IsFileUrl(value.Source)
                ? null
                : "Filens adresse er ikke en fil på dette websted. Vælg filen igen.";
        }

        if (await temporary.FindAsync(id, cancellationToken) is not { } file)
        {
            return await temporary.FindTransferAsync(id, cancellationToken) is null
                ? "Filen er ikke længere på serveren, for den har ventet for længe. Vælg den igen."
                : "Filen er en eksporteret type eller tekst, der kun kan importeres under Indstillinger eller Oversættelse. Vælg en anden fil.";
        }

        files[id] = file;
        var allowed = value.AllowedExtensions;
        return value.DataType?.EditorAlias == FileValue.Cropper && file.Kind.Content is not (FileContent.Picture or FileContent.Drawing)
                ? $"Filen er {file.Kind.Name}, men her skal være et billede. Vælg en JPG-, PNG-, WebP-, GIF- eller SVG-fil."
            : allowed.Length > 0 && !allowed.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)
                ? $"Filen er {file.Kind.Name} (.{file.Extension}), men her skal være en af typerne {string.Join(", ", allowed.Select(extension => "." + extension))}. Vælg en anden fil."
            : null;
    }

    private UploadOutcome Store(
        ContentSchema schema, ContentType type, NodeContent content, NodeContent? before, PropertyValue[] values, FileValue[] taken, Dictionary<Guid, TemporaryFile> files)
    {
        var paths = new List<string>();
        var main = Array.Find(taken, value => value.Path.Length == 0)?.UploadId;
        try
        {
            foreach (var value in taken)
            {
                var file = files[value.UploadId.GetValueOrDefault()];
                var path = stored.Keep(temporary.ContentPath(file.Id), file.FileName, file.Extension, value.Path.Length == 0 ? Replaced(before, values[value.Index]) : null);
                paths.Add(path);
                value.Replace(MediaFolders.UrlPrefix + path);
            }

            foreach (var group in taken.GroupBy(value => value.Index))
            {
                values[group.Key] = values[group.Key] with { Value = group.First().Serialize() };
            }
        }
        catch (IOException)
        {
            paths.ForEach(stored.Remove);
            throw;
        }

        var result = values.ToImmutableArray();
        if (type.Kind is NodeKind.Media && main is { } upload)
        {
            result = WithFacts(schema, type, result, files[upload]);
        }

        return new(content with { Values = result }, [.. paths], []);
    }

    // By what is stored, not by what is sent: nobody may put a file beside another's.
    private static string? Replaced(NodeContent? before, PropertyValue value) =>
        before?.ValueOf(value.Alias, value.Culture) is { ValueKind: JsonValueKind.Object } file
        && file.TryGetProperty("src", out var source) && source.ValueKind == JsonValueKind.String && MediaFolders.IsFileUrl(source.GetString())
            ? source.GetString()![MediaFolders.UrlPrefix.Length..]
            : null;

    private static ImmutableArray<PropertyValue> WithFacts(ContentSchema schema, ContentType type, ImmutableArray<PropertyValue> values, TemporaryFile file)
    {
        var facts = new (string Alias, string? Value)[]
        {
            ("umbracoWidth", file.Width?.ToString(CultureInfo.InvariantCulture)),
            ("umbracoHeight", file.Height?.ToString(CultureInfo.InvariantCulture)),
            ("umbracoBytes", file.Bytes.ToString(CultureInfo.InvariantCulture)),
            ("umbracoExtension", file.Extension),
        };
        foreach (var (alias, value) in facts.Where(fact => schema.FindProperty(type, fact.Alias) is not null))
        {
            values = values.RemoveAll(old => string.Equals(old.Alias, alias, StringComparison.OrdinalIgnoreCase));
            if (value is not null)
            {
                values = values.Add(new(alias, null, null, JsonSerializer.SerializeToElement(value)));
            }
        }

        return values;
    }
}

/// <summary>What became of the uploads in a node.</summary>
/// <param name="Content">The content to save.</param>
/// <param name="Stored">The stored files, as paths relative to the media folder, e.g. <c>3f2a/foto.jpg</c>.</param>
/// <param name="Errors">Danish, at the field; empty when all went well.</param>
internal sealed record UploadOutcome(NodeContent Content, ImmutableArray<string> Stored, ImmutableArray<ValidationError> Errors)
{
    /// <summary>Whether the content can be saved.</summary>
    public bool Succeeded => Errors.IsDefaultOrEmpty;
}
