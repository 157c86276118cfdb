using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Settings of <c>Hedensted:Backup</c>.</summary>
internal sealed class BackupOptions
{
    /// <summary>Where they are bound from.</summary>
    public const string Section = "Hedensted:Backup";

    /// <summary>The folder that backups are put in; relative paths are taken from the data folder. Default <c>backups</c>.</summary>
    [Required]
    public string Folder { get; set; } = "backups";

    /// <summary>How many complete backups are kept in the folder, the newest first; 1–1 000, default 7.</summary>
    [Range(1, 1_000, ErrorMessage = "Hedensted:Backup:Keep skal være fra 1 til 1000.")]
    public int Keep { get; set; } = 7;

    /// <summary>How often the server makes one by itself, e.g. <c>1.00:00:00</c> for a day; at least five minutes. Not set, or zero: never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "31.00:00:00", ErrorMessage = "Hedensted:Backup:Every skal være en tid på højst 31 dage, fx 1.00:00:00.")]
    public TimeSpan Every { get; set; }
}
