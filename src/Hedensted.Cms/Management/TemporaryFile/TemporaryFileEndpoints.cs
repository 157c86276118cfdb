using System.Globalization;
using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Media;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Serialisation.Transfer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Hedensted.Cms.Management.TemporaryFile;

/// <summary>Uploads that wait for the item they belong to.</summary>
internal static class TemporaryFileEndpoints
{
    private const long MultipartOverhead = 64 * 1024;

    /// <summary>Maps <c>/temporary-file</c>.</summary>
    public static void MapTemporaryFiles(this IEndpointRouteBuilder management)
    {
        var files = management.MapGroup("/temporary-file").WithTags("Temporary File").ForEverybodySignedIn();
        files.MapGet("/configuration", ConfigurationAsync);
        files.MapPost("/", UploadAsync);
        files.MapGet("/{id:guid}", FindAsync);
        files.MapDelete("/{id:guid}", RemoveAsync);
    }

    private static async Task<TemporaryFileConfiguration> ConfigurationAsync(IOptions<MediaOptions> options, IAuthorizationService authorization, ClaimsPrincipal user) => new(
        FileKind.PictureExtensions,
        [],
        [.. FileKind.All.SelectMany(kind => kind.Extensions), .. await authorization.MayImportAsync(user) ? [TransferFile.Extension] : Array.Empty<string>()],
        options.Value.MaxFileSizeKb);

    // Types and texts are imported by those who make them.
    private static async Task<bool> MayImportAsync(this IAuthorizationService authorization, ClaimsPrincipal user) =>
        (await authorization.AuthorizeAsync(user, Policies.Settings)).Succeeded || (await authorization.AuthorizeAsync(user, Policies.Translation)).Succeeded;

    private static async Task<IResult> UploadAsync(HttpContext context, TemporaryFiles files, IOptions<MediaOptions> options, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxFileBytes;
        if (context.Request.ContentLength > limit + MultipartOverhead)
        {
            return TooLarge(limit);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit + MultipartOverhead;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            return NotReadable();
        }

        try
        {
            return await ReceiveAsync(new MultipartReader(boundary.ToString(), context.Request.Body), files, context, limit, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limit);
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException && broken is not BadHttpRequestException && broken.Message.Contains("end of Stream", StringComparison.OrdinalIgnoreCase)))
        {
            return NotReadable();
        }
    }

    private static async Task<IResult> ReceiveAsync(MultipartReader form, TemporaryFiles files, HttpContext context, long limit, CancellationToken cancellationToken)
    {
        Guid? id = null;
        while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (disposition.IsFormDisposition() && HeaderUtilities.RemoveQuotes(disposition.Name).Equals("Id", StringComparison.OrdinalIgnoreCase))
            {
                var text = new char[64]; // more than a key needs; the rest is passed over
                var length = await new StreamReader(section.Body).ReadBlockAsync(text, cancellationToken);
                id = Guid.TryParse(text.AsSpan(0, length), out var key) ? key : null;
            }
            else if (disposition.IsFileDisposition() && id is { } given)
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                var isTransfer = SafeFileName.ExtensionOf(name) == TransferFile.Extension
                    && await context.RequestServices.GetRequiredService<IAuthorizationService>().MayImportAsync(context.User);
                return Answer(
                    isTransfer
                        ? await files.ReceiveTransferAsync(given, name, section.Body, cancellationToken)
                        : await files.ReceiveAsync(given, name, section.Body, cancellationToken),
                    given,
                    limit);
            }
        }

        return NotReadable();
    }

    private static IResult Answer(ReceiveResult result, Guid id, long limit) => result.Status switch
    {
        ReceiveStatus.Success => CreatedResource.At(id, "temporary-file"),
        ReceiveStatus.TooLarge => TooLarge(limit),
        ReceiveStatus.DiskFull => new Problem(
            StatusCodes.Status507InsufficientStorage, "Der er ikke plads til filen på serveren. Giv den systemansvarlige besked.", OperationStatus: "UploadBlocked"),
        ReceiveStatus.DuplicateKey => Problems.BadRequest("FileExtensionNotAllowed", "Filen er allerede lagt op", "Vælg filen igen."),
        _ => Problems.BadRequest("FileExtensionNotAllowed", result.Reason ?? "Filen kan ikke bruges her", "Vælg en anden fil."),
    };

    // The uploader shows the number in front of the word «bytes» as the limit, and nothing else of the answer.
    private static Problem TooLarge(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"Filen er for stor: grænsen er {limit} bytes ({limit / 1024 / 1024} MB)"),
        "Gør filen mindre, og vælg den igen.",
        "UploadBlocked");

    private static Problem NotReadable() => Problems.BadRequest("InvalidFileName", "Filen nåede ikke helt frem", "Vælg den igen.");

    private static async Task<IResult> FindAsync(Guid id, TemporaryFiles files, CancellationToken cancellationToken) =>
        (await files.FindAsync(id, cancellationToken) ?? await files.FindTransferAsync(id, cancellationToken)) is { } file
            ? TypedResults.Ok(new TemporaryFileResponse(file.Id, file.AvailableUntil, file.FileName))
            : Problems.NotFound("Filen");

    private static async Task<IResult> RemoveAsync(Guid id, TemporaryFiles files, CancellationToken cancellationToken)
    {
        if ((await files.FindAsync(id, cancellationToken) ?? await files.FindTransferAsync(id, cancellationToken)) is null)
        {
            return Problems.NotFound("Filen");
        }

        files.Remove(id);
        return TypedResults.Ok();
    }

    private sealed record TemporaryFileConfiguration(
        IReadOnlyList<string> ImageFileTypes, string[] DisallowedUploadedFilesExtensions, string[] AllowedUploadedFileExtensions, int? MaxFileSize);

    private sealed record TemporaryFileResponse(Guid Id, DateTimeOffset AvailableUntil, string FileName);
}
