using System.Text.Json.Serialization;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Content.Serialisation.Transfer;

namespace Hedensted.Cms.Media.Storage;

/// <summary>An inspected upload that waits for the item it belongs to.</summary>
/// <param name="Id">Chosen by the client.</param>
/// <param name="FileName">What the editor calls it.</param>
/// <param name="Extension">Lower case, without the dot.</param>
/// <param name="Width">A picture's width in pixels.</param>
/// <param name="Height">A picture's height in pixels.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="AvailableUntil">When it is cleaned away.</param>
internal sealed record TemporaryFile(Guid Id, string FileName, string Extension, int? Width, int? Height, long Bytes, DateTimeOffset AvailableUntil)
{
    /// <summary>Whether it waits to be imported, and so is no file of the site.</summary>
    [JsonIgnore]
    public bool IsTransfer => Extension == TransferFile.Extension;

    /// <summary>What it is; only of a file of the site.</summary>
    [JsonIgnore]
    public FileKind Kind => FileKind.ByExtension(Extension) ?? throw new InvalidOperationException($"No kind of file is called .{Extension}.");
}

/// <summary>How receiving an upload ended.</summary>
internal enum ReceiveStatus
{
    /// <summary>It waits to be used.</summary>
    Success,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,

    /// <summary>It is not a file that can be used; see the reason.</summary>
    Refused,

    /// <summary>The id is taken.</summary>
    DuplicateKey,

    /// <summary>The server has no room for it.</summary>
    DiskFull,
}

/// <summary>What became of an upload.</summary>
/// <param name="Status">Success or why not.</param>
/// <param name="Reason">Danish, when refused.</param>
internal readonly record struct ReceiveResult(ReceiveStatus Status, string? Reason = null);
