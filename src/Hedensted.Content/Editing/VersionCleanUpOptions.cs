using System.ComponentModel.DataAnnotations;

namespace Hedensted.Content.Editing;

/// <summary>How long old versions are kept, under Umbraco's own <c>Umbraco:CMS:Content:ContentVersionCleanupPolicy</c>. A document type can say otherwise.</summary>
public sealed class VersionCleanUpOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Umbraco:CMS:Content:ContentVersionCleanupPolicy";

    /// <summary>Whether old versions are removed at all. Default true.</summary>
    public bool EnableCleanup { get; set; } = true;

    /// <summary>Versions younger than this are all kept, in days. 0–36,500; default 7.</summary>
    [Range(0, 36_500)]
    public int KeepAllVersionsNewerThanDays { get; set; } = 7;

    /// <summary>Of older ones the last of each day is kept for so long, in days. 0–36,500; default 90.</summary>
    [Range(0, 36_500)]
    public int KeepLatestVersionPerDayForDays { get; set; } = 90;
}
