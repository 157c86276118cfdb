using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Serialisation.Transfer;

namespace Hedensted.Cms.Management.Types;

/// <summary>Files with one type or text: opened where they were uploaded, and sent as a download.</summary>
internal static class Transfers
{
    private const string Choose = "Vælg en .udt-fil, der er lavet med «Eksportér» på det andet websted.";

    /// <summary>The file of a type or text.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="name">Alias or name, which the download is called after.</param>
    public static IResult Download(byte[] bytes, string name) => TypedResults.File(bytes, "application/octet-stream", $"{name}.{TransferFile.Extension}");

    /// <summary>Opens an upload that must hold this kind of thing, imports it, and forgets it when that succeeded.</summary>
    /// <param name="files">The uploads.</param>
    /// <param name="id">The upload.</param>
    /// <param name="kind">What it must hold.</param>
    /// <param name="import">What to do with it.</param>
    /// <param name="answer">The answer to that.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public static async Task<IResult> ImportAsync(
        this TemporaryFiles files, Guid? id, TransferKind kind, Func<TransferFile, Task<SchemaResult>> import, Func<SchemaResult, IResult> answer, CancellationToken cancellationToken)
    {
        var (file, problem) = await files.OpenAsync(id, kind == TransferKind.DictionaryItem, cancellationToken);
        if (file is null)
        {
            return problem!;
        }

        if (file.Kind != kind)
        {
            return Mismatch(file.Kind, kind);
        }

        var result = await import(file);
        if (result.Succeeded)
        {
            files.Remove(id.GetValueOrDefault());
        }

        return answer(result);
    }

    /// <summary>Opens an upload, whatever it holds.</summary>
    /// <param name="files">The uploads.</param>
    /// <param name="id">The upload.</param>
    /// <param name="asTexts">Whether Umbraco names what is wrong as it does for dictionary texts; otherwise as for types.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(TransferFile? File, Problem? Problem)> OpenAsync(this TemporaryFiles files, Guid? id, bool asTexts, CancellationToken cancellationToken)
    {
        var key = id.GetValueOrDefault();
        if (await files.FindTransferAsync(key, cancellationToken) is null)
        {
            return (null, await files.FindAsync(key, cancellationToken) is null
                ? new Problem(StatusCodes.Status404NotFound, "Filen er ikke længere på serveren", "Den har ventet for længe eller er importeret. Vælg den igen.", "TemporaryFileNotFound")
                : Problems.BadRequest(asTexts ? "InvalidFileType" : nameof(SchemaStatus.TemporaryFileConversionFailure), "Filen kan ikke importeres", Choose));
        }

        var (file, refusal) = TransferFile.Read(await File.ReadAllBytesAsync(files.ContentPath(key), cancellationToken));
        return (file, file is not null ? null : Problems.BadRequest(
            asTexts ? nameof(SchemaStatus.InvalidFileContent) : nameof(SchemaStatus.TemporaryFileConversionFailure), "Filen kan ikke læses", refusal!));
    }

    private static Problem Mismatch(TransferKind found, TransferKind wanted) => Problems.BadRequest(
        wanted == TransferKind.DictionaryItem ? nameof(SchemaStatus.InvalidFileContent) : "TypeMismatch",
        $"Filen indeholder {Called(found)}",
        $"Her kan kun importeres {Called(wanted)}. {(found == TransferKind.DictionaryItem ? "Importér filen under Oversættelse." : $"Importér filen under Indstillinger › {(found == TransferKind.MediaType ? "Medietyper" : "Dokumenttyper")}.")}");

    private static string Called(TransferKind kind) => kind switch
    {
        TransferKind.DocumentType => "en dokumenttype",
        TransferKind.MediaType => "en medietype",
        _ => "en tekst fra ordbogen",
    };
}
