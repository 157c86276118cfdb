using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>Sign-in with the municipality's own accounts (Microsoft Entra ID), under <c>Hedensted:Auth:Entra</c>. Without a tenant it is off.</summary>
internal sealed class EntraOptions : IValidatableObject
{
    public const string Section = "Hedensted:Auth:Entra";

    /// <summary>The directory's id, a GUID: one tenant, never <c>common</c>, whose accounts anybody can make.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application's id in the directory.</summary>
    public string? ClientId { get; set; }

    /// <summary>The application's secret; from the environment or a secret store, never from a file in the repository.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where the directory answers; Microsoft's public cloud.</summary>
    public string Instance { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What the button calls it: «Log ind med …».</summary>
    [Required(AllowEmptyStrings = false)]
    public string DisplayName { get; set; } = "Hedensted Kommune";

    /// <summary>Whether somebody who comes for the first time gets an account here; yes.</summary>
    public bool CreateUsers { get; set; } = true;

    /// <summary>
    /// Whether somebody who comes for the first time gets the account here that has the same e-mail, if the directory vouches for it
    /// (<c>email_verified</c> or <c>xms_edov</c>); no. Afterwards an account is known by its id in the directory and never by its e-mail.
    /// </summary>
    public bool LinkByVerifiedEmail { get; set; }

    /// <summary>
    /// A role or group in the token → the alias of a user group here. The groups named here follow the directory at each sign-in; others
    /// are given by the administrators here. Whoever has none of the roles is not let in.
    /// </summary>
    public Dictionary<string, string> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Without <see cref="Groups"/>: the aliases of the groups that a new account is put in.</summary>
    public IList<string> DefaultGroups { get; } = [];

    /// <summary>Whether the button is there.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(TenantId);

    /// <summary>Where everything about the directory is described.</summary>
    public string Authority => $"{Instance.TrimEnd('/')}/{TenantId}/v2.0";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
        {
            // Half a configuration is a mistake, not a wish to have none.
            return string.IsNullOrWhiteSpace(ClientId) && string.IsNullOrWhiteSpace(ClientSecret)
                ? []
                : [Wrong(nameof(TenantId), "mangler. Skriv kommunens lejer-id (Directory (tenant) ID) fra Entra ID.")];
        }

        return Complaints();
    }

    private IEnumerable<ValidationResult> Complaints()
    {
        if (!Guid.TryParse(TenantId, out _))
        {
            yield return Wrong(nameof(TenantId), "skal være kommunens egen lejer-id, en GUID. «common» og «organizations» ville lukke enhver med en Microsoft-konto ind.");
        }

        if (!Guid.TryParse(ClientId, out _))
        {
            yield return Wrong(nameof(ClientId), "mangler eller er ikke en GUID. Skriv programmets id (Application (client) ID) fra Entra ID.");
        }

        if (string.IsNullOrWhiteSpace(ClientSecret))
        {
            yield return Wrong(nameof(ClientSecret), "mangler. Sæt den i miljøet (Hedensted__Auth__Entra__ClientSecret), aldrig i en fil.");
        }

        if (!Uri.TryCreate(Instance, UriKind.Absolute, out var instance) || !(instance.Scheme == Uri.UriSchemeHttps || IsThisMachine(instance)))
        {
            yield return Wrong(nameof(Instance), "skal være en adresse med https://.");
        }

        if (Groups.Count > 0 && DefaultGroups.Count > 0)
        {
            yield return Wrong(nameof(DefaultGroups), "kan ikke bruges sammen med Groups. Vælg én af dem.");
        }

        if (CreateUsers && Groups.Count == 0 && DefaultGroups.Count == 0)
        {
            yield return Wrong(nameof(Groups), "mangler. Skriv, hvilken brugergruppe en rolle i Entra ID giver, eller sæt CreateUsers til false.");
        }
    }

    /// <summary>Whether the directory is on this machine, where it need not encrypt: in a test.</summary>
    public static bool IsThisMachine(Uri address) => IPAddress.TryParse(address.Host, out var ip) ? IPAddress.IsLoopback(ip) : address.Host == "localhost";

    private static ValidationResult Wrong(string name, string complaint) => new($"{Section}:{name} {complaint}", [name]);
}
