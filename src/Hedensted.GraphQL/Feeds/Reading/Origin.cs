using System.Text.RegularExpressions;
using Hedensted.GraphQL.Engine;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Feeds.Reading;

/// <summary>Where the site is, e.g. <c>https://hedensted.dk</c>: feeds are read elsewhere, and what they point at must be found from there.</summary>
/// <param name="Value">Scheme and host; empty leaves addresses as they are, for a page of this site.</param>
internal readonly partial record struct Origin(string Value)
{
    /// <summary>The origin that a request was sent to.</summary>
    public static Origin Of(HttpRequest request) => new($"{request.Scheme}://{request.Host.ToUriComponent()}");

    /// <summary>The origin that a client names; none without.</summary>
    /// <exception cref="GraphQLException">It is no origin.</exception>
    public static Origin Parse(string? text) => text is null ? new("")
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 } ? new(uri.GetLeftPart(UriPartial.Authority))
        : throw new GraphQLException("'origin' is no origin; give scheme and host, e.g. \"https://hedensted.example\", or leave it out.", "INVALID_ORIGIN");

    /// <summary>The whole address of something here; an address elsewhere as it is.</summary>
    public string? Of(string? url) =>
        url is null || Value.Length == 0 || !url.StartsWith('/') ? url : Uri.TryCreate(new Uri(Value), url, out var whole) ? whole.AbsoluteUri : null;

    /// <summary>Clean markup with the whole addresses of what is here.</summary>
    public string InMarkup(string html)
    {
        var value = Value;
        return value.Length == 0 ? html : Local().Replace(html, $"$1{value}/");
    }

    // Our own cleaner wrote the markup: an attribute's value stands in double quotes, and no text has one.
    [GeneratedRegex("((?: href| src)=\")/(?!/)", RegexOptions.CultureInvariant)]
    private static partial Regex Local();
}
