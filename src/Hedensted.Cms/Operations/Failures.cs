using System.Net;
using Hedensted.Cms.Management.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Hedensted.Cms.Operations;

/// <summary>The last stop outside the Management API: citizens get a page in Danish, programs a problem, and neither learns about our insides.</summary>
internal static partial class Failures
{
    // Needs neither the edition nor the API nor a file of ours: any of them may be what failed.
    private const string Page = """
        <!doctype html>
        <html lang="da">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{title}} – Hedensted Bibliotekerne</title>
          <style>
            body { margin: 0; font: 1.125rem/1.6 Lato, system-ui, sans-serif; color: #16302c; background: #f6f4ef }
            main { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem }
            h1 { font-size: 2rem; line-height: 1.2 }
            a { color: #0b4f4a }
          </style>
        </head>
        <body>
          <main>
            <h1>{{title}}</h1>
            <p>{{detail}}</p>
            <p><a href="/">Se hvad der sker på biblioteket</a></p>
          </main>
        </body>
        </html>
        """;

    /// <summary>Answers what nobody caught.</summary>
    public static void UseFailures(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = AnswerAsync,
        SuppressDiagnosticsCallback = _ => true,
    });

    private static Task AnswerAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = ManagementErrors.ProblemOf(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Hedensted.Cms.Failures");
            Log.Failed(logger, context.Request.Method, context.Request.Path, problem.Status, exception);
        }

        return AnswerAsync(context, problem);
    }

    /// <summary>Answers with a problem, in the form that the one who asks can read.</summary>
    public static Task AnswerAsync(HttpContext context, Problem problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        return WantsPage(context.Request) ? WriteAsync(context, problem) : problem.ExecuteAsync(context);
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        problem.AddHeaders(context.Response);
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        return context.Response.WriteAsync(
            Page.Replace("{{title}}", WebUtility.HtmlEncode(problem.Title), StringComparison.Ordinal)
                .Replace("{{detail}}", WebUtility.HtmlEncode(problem.Detail), StringComparison.Ordinal),
            context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {Path} failed with {Status}")]
        public static partial void Failed(ILogger logger, string method, PathString path, int status, Exception? exception);
    }
}
