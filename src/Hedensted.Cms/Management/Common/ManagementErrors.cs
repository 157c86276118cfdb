using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Hedensted.Cms.Management.Common;

/// <summary>The last stop for what nobody caught: an answer that the backoffice can show, and nothing about our insides.</summary>
internal static partial class ManagementErrors
{
    /// <summary>Answers exceptions of the Management API with a problem; other addresses are left alone.</summary>
    public static void UseManagementErrors(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/umbraco/management", StringComparison.OrdinalIgnoreCase),
        branch => branch.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerAsync,
            // We write one line that says more than the middleware's own.
            SuppressDiagnosticsCallback = _ => true,
        }));

    /// <summary>Answers addresses that the backoffice knows and we do not, and writes them down.</summary>
    public static void MapUnknownOperations(this WebApplication app) => app
        .Map("/umbraco/management/{**path}", (HttpContext context, ILoggerFactory loggers) =>
        {
            Log.UnknownOperation(LoggerOf(loggers), context.Request.Method, context.Request.Path);
            return new Problem(
                StatusCodes.Status404NotFound,
                "Det kan systemet ikke endnu",
                "Funktionen findes ikke i denne udgave. Skriv til den systemansvarlige, hvis du har brug for den.",
                "NotFound");
        })
        .RequireAuthorization(Policies.BackOfficeAccess)
        .ExcludeFromDescription();

    private static Task AnswerAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = ProblemOf(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            var logger = LoggerOf(context.RequestServices.GetRequiredService<ILoggerFactory>());
            Log.Failed(logger, context.Request.Method, context.Request.Path, problem.Status, exception);
        }

        return problem.ExecuteAsync(context);
    }

    /// <summary>What the editor reads about an exception.</summary>
    internal static Problem ProblemOf(Exception? exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(
            StatusCodes.Status413PayloadTooLarge,
            "Filen eller teksten er for stor",
            "Gør den mindre, og prøv igen."),
        BadHttpRequestException bad => new Problem(
            bad.StatusCode,
            "Forespørgslen kunne ikke læses",
            "Genindlæs siden, og prøv igen.",
            "InvalidRequest"),
        { } failure when FullDisk.Caused(failure) => ProblemOf(new StorageUnavailableException(StorageProblem.DiskFull)),
        { } failure when StorageUnavailableException.In(failure) is { } storage => storage.Problem == StorageProblem.DiskFull
            ? new Problem(StatusCodes.Status507InsufficientStorage, "Der er ikke mere plads", storage.Advice, storage.Problem.ToString())
            : new Problem(StatusCodes.Status503ServiceUnavailable, "Der kan ikke gemmes lige nu", storage.Advice, storage.Problem.ToString()),
        _ => new Problem(
            StatusCodes.Status500InternalServerError,
            "Der skete en fejl hos os",
            "Fejlen er skrevet ned. Prøv igen om lidt; kontakt den systemansvarlige, hvis den bliver ved."),
    };

    private static ILogger LoggerOf(ILoggerFactory loggers) => loggers.CreateLogger("Hedensted.Cms.Management");

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {Path} failed with {Status}")]
        public static partial void Failed(ILogger logger, string method, PathString path, int status, Exception? exception);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Unimplemented operation {Method} {Path}")]
        public static partial void UnknownOperation(ILogger logger, string method, PathString path);
    }
}
