using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hedensted.Cms.Operations;

/// <summary>Proxies in front of the server, setting <c>Hedensted:Proxies</c>: addresses or networks, e.g. <c>10.0.0.0/8</c>. Default none.</summary>
/// <remarks>
/// Only what they say about who asks (<c>X-Forwarded-For</c>) and how (<c>X-Forwarded-Proto</c>) is believed. Without the setting, everybody
/// behind a proxy is one client with one budget; with a setting too wide, anybody may claim to be anybody.
/// </remarks>
internal static class Proxies
{
    private const string Section = "Hedensted:Proxies";

    /// <summary>Believes the proxies that are set, before anything asks who is there.</summary>
    /// <exception cref="StartRefusedException">A setting is neither an address nor a network.</exception>
    public static WebApplication UseProxies(this WebApplication app)
    {
        var proxies = app.Configuration.GetSection(Section).Get<string[]>() ?? [];
        if (proxies.Length == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(Network(proxy));
        }

        app.UseForwardedHeaders(options);
        return app;
    }

    private static System.Net.IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(text, out var network) ? network
        : throw new StartRefusedException($"{Section}: '{text}' er hverken en adresse eller et net som 10.0.0.0/8. Ret den, og start igen.");
}
