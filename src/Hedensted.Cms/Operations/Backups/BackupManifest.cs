using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Content.Backups;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Below the backup's folder, with slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hex.</param>
internal sealed record BackedUpFile(string Path, long Bytes, string Sha256);

/// <summary>What a backup consists of; written last, so that a backup with a manifest is complete.</summary>
/// <param name="Format">How it is laid out; this program writes and reads <see cref="CurrentFormat"/>.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Program">The version that made it.</param>
/// <param name="Database">The copy of the database.</param>
/// <param name="Files">Every file but the manifest itself and its checksum.</param>
/// <param name="Missing">Files that the database points at and that were not on the disk.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset MadeAt, string Program, DatabaseCopy Database, ImmutableArray<BackedUpFile> Files, ImmutableArray<string> Missing)
{
    /// <summary>The layout that this program knows.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Its name in the backup's folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Its own checksum, as <c>sha256sum --check</c> reads it.</summary>
    public const string ChecksumName = "manifest.json.sha256";

    /// <summary>Writes it into a folder, to the disk itself.</summary>
    public void Write(string folder)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.BackupManifest);
        Disk.Write(Path.Combine(folder, FileName), bytes);
        Disk.Write(Path.Combine(folder, ChecksumName), System.Text.Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {FileName}\n"));
    }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="BackupRefusedException">There is none, it is damaged, or it is in a layout of a newer program.</exception>
    public static BackupManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new BackupRefusedException($"{folder} er ikke en hel sikkerhedskopi: {FileName} mangler. Vælg en anden.");
        }

        var bytes = File.ReadAllBytes(file);
        var checksum = Path.Combine(folder, ChecksumName);
        if (!File.Exists(checksum) || !File.ReadAllText(checksum).StartsWith(Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal))
        {
            throw new BackupRefusedException($"{file} er beskadiget: dens kontrolsum passer ikke. Vælg en anden sikkerhedskopi.");
        }

        // Read in two steps: of a layout that we do not know, the number is all that we can rely on.
        using (var any = JsonDocument.Parse(bytes))
        {
            if (any.RootElement.GetProperty("format").GetInt32() != CurrentFormat)
            {
                throw new BackupRefusedException("Sikkerhedskopien er lavet af en nyere version af programmet. Installér den version eller en nyere, og prøv igen.");
            }
        }

        return JsonSerializer.Deserialize(bytes, ManifestJson.Default.BackupManifest)!;
    }
}

/// <summary>How manifests are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
