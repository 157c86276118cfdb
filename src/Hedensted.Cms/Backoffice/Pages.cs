using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;

namespace Hedensted.Cms.Backoffice;

/// <summary>Fills in the pages of <c>Backoffice/Pages</c>. A value is encoded unless it is one of our own pieces of HTML.</summary>
internal sealed class Pages(ClientFiles files)
{
    private const string NotBuilt =
        "<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><title>Backoffice mangler</title>" +
        "<h1>Backoffice er ikke bygget</h1><p>Kør <code>dotnet build src/Hedensted.Cms</code> med Node.js 20 installeret, og start serveren igen.</p></html>";

    private readonly ConcurrentDictionary<string, string> _templates = new(StringComparer.Ordinal);

    /// <summary>The page that becomes the backoffice, at <c>/umbraco</c> and every address below it that is the client's own.</summary>
    public IResult Shell(HttpContext context)
    {
        var nonce = NewNonce();
        SecurityHeaders.AddToShell(context.Response, nonce);
        return Render("shell.html", ("nonce", nonce), ("importmap", files.ImportMap));
    }

    /// <summary>A page from before the editor is known.</summary>
    public IResult Form(HttpContext context, FormPage page, params ReadOnlySpan<(string Name, string Html)> values)
    {
        var nonce = NewNonce();
        SecurityHeaders.AddToForm(context.Response, nonce);
        return Render(
            "form.html",
            [
                ("form", Template($"{page.Name}.html")),
                ("newPassword", Template("new-password.html").TrimEnd()),
                ("title", page.Title),
                ("motto", page.Motto.Length > 0 ? $"<p>{page.Motto}</p>" : ""),
                ("script", page.HasScript ? $"<script type=\"module\" src=\"{files.BaseAddress}/pages/{page.Name}.js\"></script>" : ""),
                .. values,
            ]);
    }

    /// <summary>GraphiQL with nothing from anybody else.</summary>
    public IResult GraphiQl(HttpContext context, string exampleQuery)
    {
        var nonce = NewNonce();
        SecurityHeaders.AddToShell(context.Response, nonce);
        return Render("graphiql.html", ("nonce", nonce), ("example", WebUtility.HtmlEncode(exampleQuery)));
    }

    private IResult Render(string page, params ReadOnlySpan<(string Name, string Html)> values)
    {
        if (!files.AreBuilt)
        {
            return Results.Content(NotBuilt, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var html = Template(page).Replace("{{client}}", files.BaseAddress, StringComparison.Ordinal);
        foreach (var (name, value) in values)
        {
            html = html.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        }

        return Results.Content(html, "text/html; charset=utf-8");
    }

    private string Template(string page) => _templates.GetOrAdd(page, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Hedensted.Cms.Backoffice.Pages.{name}")
            ?? throw new InvalidOperationException($"The page {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
