using Hedensted.Cms.Backoffice;
using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Management.Manifest;

internal sealed record PackageManifest(string Name, string Id, string Version, IReadOnlyList<ExtensionManifest> Extensions);

internal sealed record ExtensionManifest(string Type, string Alias, string Name, string Js);

/// <summary>Tells the backoffice about our own extensions: one thing before sign-in, the rest to those who are signed in.</summary>
internal static class ManifestEndpoints
{
    public static void MapManifests(this IEndpointRouteBuilder management)
    {
        var manifest = management.MapGroup("/manifest/manifest").WithTags("Manifest");
        manifest.MapGet("/public", (ClientFiles files) => Public(files)).AllowAnonymous();
        manifest.MapGet("/private", (ClientFiles files) => Private(files)).ForEverybodySignedIn();
        manifest.MapGet("/", (ClientFiles files) => Public(files).Concat(Private(files))).ForEverybodySignedIn();
    }

    private static PackageManifest[] Public(ClientFiles files) =>
    [
        new PackageManifest("Hedensted (før login)", "hedensted-public", files.Hash,
        [
            new ExtensionManifest("appEntryPoint", "Hedensted.AppEntryPoint", "Hides what is not supported yet", $"{files.BaseAddress}/hedensted/app-entry.js"),
        ]),
    ];

    private static PackageManifest[] Private(ClientFiles files) =>
    [
        new PackageManifest("Hedensted", "hedensted", files.Hash,
        [
            new ExtensionManifest("backofficeEntryPoint", "Hedensted.EntryPoint", "Danish labels", $"{files.BaseAddress}/hedensted/entry.js"),
            new ExtensionManifest("bundle", "Hedensted.Bundle", "Our extensions", $"{files.BaseAddress}/hedensted/manifests.js"),
        ]),
    ];
}
