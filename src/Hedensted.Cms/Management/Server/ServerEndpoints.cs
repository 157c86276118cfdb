using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content;
using Hedensted.Content.Servers;

namespace Hedensted.Cms.Management.Server;

internal sealed record StatusResponse(string ServerStatus);

internal sealed record SignalRConfiguration(bool SkipNegotiation);

internal sealed record ConfigurationResponse(
    bool AllowPasswordReset, int VersionCheckPeriod, bool AllowLocalLogin, string UmbracoCssPath, SignalRConfiguration SignalR);

internal sealed record InformationResponse(string Version, string AssemblyVersion, string BaseUtcOffset, string RuntimeMode);

internal sealed record TroubleshootingItem(string Name, string Data);

internal sealed record TroubleshootingResponse(IReadOnlyList<TroubleshootingItem> Items);

/// <summary>What the backoffice asks before it dares to start, and what «Systemoplysninger» shows.</summary>
internal static class ServerEndpoints
{
    /// <summary>The version of the backoffice, whose API we speak.</summary>
    private const string UmbracoVersion = "18.2.0";

    // With several servers behind a proxy a negotiation would end on one of them and the connection on another.
    public static void MapServer(this IEndpointRouteBuilder management)
    {
        var server = management.MapGroup("/server").WithTags("Server");
        server.MapGet("/status", () => new StatusResponse("Run")).AllowAnonymous();
        server.MapGet("/configuration", (PasswordLinks links, ServerIdentity server) => new ConfigurationResponse(
            AllowPasswordReset: links.CanReset, VersionCheckPeriod: 0, AllowLocalLogin: true, UmbracoCssPath: "/css", new SignalRConfiguration(SkipNegotiation: server.Role == NodeRole.Cms))).AllowAnonymous();
        server.MapGet("/information", GetInformation).ForEverybodySignedIn();
        server.MapGet("/troubleshooting", GetTroubleshooting).RequireAuthorization(Policies.Settings);
    }

    private static InformationResponse GetInformation(TimeProvider time) => new(
        UmbracoVersion, OurVersion, time.LocalTimeZone.GetUtcOffset(time.GetUtcNow()).ToString("c", CultureInfo.InvariantCulture), "Production");

    private static TroubleshootingResponse GetTroubleshooting(IHostEnvironment environment, ServerIdentity server) => new(
    [
        new TroubleshootingItem("Hedensted.Cms", OurVersion),
        new TroubleshootingItem("Umbraco backoffice", UmbracoVersion),
        new TroubleshootingItem(".NET", RuntimeInformation.FrameworkDescription),
        new TroubleshootingItem("Operativsystem", RuntimeInformation.OSDescription),
        new TroubleshootingItem("Miljø", environment.EnvironmentName),
        new TroubleshootingItem("Server", $"{server.Name} ({server.Role})"),
    ]);

    private static string OurVersion => Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "0.0.0.0";
}
