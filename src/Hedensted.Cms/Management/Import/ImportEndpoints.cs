using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Serialisation.Transfer;

namespace Hedensted.Cms.Management.Import;

/// <summary>What an uploaded file would bring, before it is imported.</summary>
internal static class ImportEndpoints
{
    /// <summary>Maps <c>/import/analyze</c>.</summary>
    public static void MapImports(this IEndpointRouteBuilder management) =>
        management.MapGet("/import/analyze", AnalyzeAsync).WithTags("Import").RequireAuthorization(Policies.Settings);

    private static async Task<IResult> AnalyzeAsync(Guid? temporaryFileId, TemporaryFiles files, CancellationToken cancellationToken)
    {
        var (file, problem) = await files.OpenAsync(temporaryFileId, asTexts: false, cancellationToken);
        return file is null ? problem!
            : file.Kind == TransferKind.DictionaryItem ? Problems.BadRequest("UndeterminedEntityType", "Filen indeholder ingen type", "Den indeholder en tekst fra ordbogen. Importér den under Oversættelse.")
            : TypedResults.Ok(new Analysis(file.Kind.ToString(), file.Alias, file.Key));
    }

    private sealed record Analysis(string EntityType, string? Alias, Guid? Key);
}
