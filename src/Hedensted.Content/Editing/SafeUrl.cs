namespace Hedensted.Content.Editing;

/// <summary>Which addresses may stand in a link or a picture: an allow-list, read the way a browser reads them.</summary>
internal static class SafeUrl
{
    private static readonly string[] LinkSchemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address without what browsers overlook in it (control characters, blanks around it); null when it may not be linked to.</summary>
    public static string? Clean(string url)
    {
        var clean = Strip(url);
        return clean switch
        {
            "" => null,
            ['#', ..] => clean,
            ['/', ..] => IsSitePath(clean) ? clean : null,
            _ => HasScheme(clean, LinkSchemes) ? clean : null,
        };
    }

    /// <summary>The same for a picture: our own media, or another site's over https.</summary>
    public static string? CleanImage(string url)
    {
        var clean = Strip(url);
        var isMedia = clean.StartsWith("/media/", StringComparison.Ordinal)
            && !clean.Contains("..", StringComparison.Ordinal) && !clean.Contains("%2e", StringComparison.OrdinalIgnoreCase);
        return isMedia || HasScheme(clean, ["https"]) ? clean : null;
    }

    private static string Strip(string url) => string.Concat(url.Where(character => !char.IsControl(character))).Trim();

    /// <summary>A second slash or a backslash (which browsers turn into one) would name another host.</summary>
    private static bool IsSitePath(string url) => url.Length == 1 || url[1] is not ('/' or '\\');

    private static bool HasScheme(string url, string[] schemes)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : url[..colon];
        return schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase)
            && (!scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase) || IsWebAddress(url, colon))
            && url.Length > colon + 1;
    }

    private static bool IsWebAddress(string url, int colon) =>
        url.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Host.Length > 0;
}
