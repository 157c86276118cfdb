using Hedensted.Cms.Backoffice;

namespace Hedensted.Cms.Management.Manifest;

internal sealed record PackageManifest(string Name, string Id, string Version, IReadOnlyList<ExtensionManifest> Extensions);

internal sealed record ExtensionManifest(string Type, string Alias, string Name, string Js);

/// <summary>Tells the backoffice about our own extensions; there is one package, and only for those who are signed in.</summary>
internal static class ManifestEndpoints
{
    public static void MapManifests(this IEndpointRouteBuilder management)
    {
        var manifest = management.MapGroup("/manifest/manifest").WithTags("Manifest");
        manifest.MapGet("/public", () => Array.Empty<PackageManifest>()).AllowAnonymous();
        manifest.MapGet("/private", Ours);
        manifest.MapGet("/", Ours);
    }

    private static PackageManifest[] Ours(ClientFiles files) =>
    [
        new PackageManifest("Hedensted", "hedensted", files.Hash,
        [
            new ExtensionManifest("backofficeEntryPoint", "Hedensted.EntryPoint", "Hides what is not supported yet", $"{files.BaseAddress}/hedensted/entry.js"),
            new ExtensionManifest("bundle", "Hedensted.Bundle", "Our extensions", $"{files.BaseAddress}/hedensted/manifests.js"),
        ]),
    ];
}
