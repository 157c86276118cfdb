namespace Hedensted.GraphQL.Reading;

/// <summary>Addresses that editors and imports typed, on their way to citizens.</summary>
internal static class Urls
{
    /// <summary>The address if a link may lead there: on this site, or http, https, mailto, tel; else null.</summary>
    public static string? Safe(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        url = url.Trim();
        if (url.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            url = "https://" + url;
        }

        if (url[0] is '/' or '#' or '?')
        {
            return url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("/\\", StringComparison.Ordinal) ? null : url;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute is { Scheme: "http" or "https" or "mailto" or "tel" }
            ? url
            : null;
    }
}
