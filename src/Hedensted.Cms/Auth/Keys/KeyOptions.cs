using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Auth.Keys;

/// <summary>How the keys that the servers share are themselves protected, section <c>Hedensted:Keys</c>.</summary>
internal sealed class KeyOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:Keys";

    /// <summary>
    /// A secret of at least 32 characters, the same on every server, e.g. from <c>openssl rand -base64 48</c>. With it a copy of the database is worth
    /// nothing to whoever has no copy of the secret. Default none, which is warned about where keys lie in the database.
    /// </summary>
    [MinLength(32)]
    public string? Secret { get; set; }

    /// <summary>Secrets that were used before, so that what was sealed under them can be opened. Default none.</summary>
    public IReadOnlyList<string> Earlier { get; set; } = [];
}
