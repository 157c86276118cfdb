using System.ComponentModel.DataAnnotations;

namespace Hedensted.Content.Serialisation;

/// <summary>Settings under <c>Hedensted:USync</c>.</summary>
public sealed class USyncOptions
{
    /// <summary>Where in the configuration they stand.</summary>
    public const string Section = "Hedensted:USync";

    /// <summary>
    /// The folder with the files, absolute or relative to the content root. Empty: the first <c>uSync/v18</c> found from the
    /// content root upwards, else beside the binaries.
    /// </summary>
    [MaxLength(1024)]
    public string Folder { get; set; } = "";

    /// <summary>Whether what editors save is written to the folder at once. Empty: in Development only.</summary>
    public bool? ExportOnSave { get; set; }

    /// <summary>Whether an empty database is filled from the folder before the first request.</summary>
    public bool ImportOnFirstBoot { get; set; } = true;
}
