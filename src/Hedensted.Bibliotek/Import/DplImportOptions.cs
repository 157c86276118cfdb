using System.ComponentModel.DataAnnotations;

namespace Hedensted.Bibliotek.Import;

/// <summary>Fetching events from DPL CMS («Folkebibliotekernes CMS»), under <c>Hedensted:Import:Dpl</c>. Without an address it is off.</summary>
public sealed class DplImportOptions : IValidatableObject
{
    /// <summary>Where the settings lie.</summary>
    public const string Section = "Hedensted:Import:Dpl";

    /// <summary>The library's own site, e.g. <c>https://www.hedenstedbib.dk</c>; only this host is asked, whatever it answers.</summary>
    public string? Url { get; set; }

    /// <summary>From one fetching to the next; 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ErrorMessage = "Hedensted__Import__Dpl__Interval skal være mellem 00:01:00 og 7.00:00:00.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For the whole answer, its last byte included; 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Hedensted__Import__Dpl__Timeout skal være mellem 00:00:01 og 00:10:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest answer that is read, unpacked; 10 MB.</summary>
    [Range(1024, 200_000_000, ErrorMessage = "Hedensted__Import__Dpl__MaxBytes skal være mellem 1024 og 200000000.")]
    public int MaxBytes { get; set; } = 10_000_000;

    /// <summary>Whether what is new is published when nothing is missing; else it is a draft. Yes.</summary>
    public bool PublishNew { get; set; } = true;

    /// <summary>The part of the coming events that may be gone at once before the whole answer is doubted; 0.3.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Hedensted__Import__Dpl__MostVanished skal være mellem 0 og 1.")]
    public double MostVanished { get; set; } = 0.3;

    /// <summary>Whether there is anything to fetch from.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(Url);

    /// <summary>What editors call the source: its host.</summary>
    public string SourceName => Address is { } address ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host : "";

    internal Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address) ? address : null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        IsEnabled && (Address is not { Scheme: "https" or "http", Host.Length: > 0, UserInfo.Length: 0 } address || address.Query.Length > 0)
            ? [new ValidationResult("Hedensted__Import__Dpl__Url skal være adressen på bibliotekets side, fx https://www.hedenstedbib.dk.")]
            : [];
}
