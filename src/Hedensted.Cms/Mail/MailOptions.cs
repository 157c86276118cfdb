using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Mail;

/// <summary>The mail server, under <c>Umbraco:CMS:Global:Smtp</c> as in Umbraco. Without a host and a sender no mail is sent, and links are shown to the administrator.</summary>
internal sealed class MailOptions
{
    public const string Section = "Umbraco:CMS:Global:Smtp";

    /// <summary>The server's name.</summary>
    public string? Host { get; set; }

    /// <summary>Its port; 25.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 25;

    /// <summary>The sender's address.</summary>
    [EmailAddress]
    public string? From { get; set; }

    /// <summary>Whom to sign in as; empty signs in as nobody.</summary>
    public string? Username { get; set; }

    /// <summary>From the environment or a secret store, never from a file in the repository.</summary>
    public string? Password { get; set; }

    /// <summary><c>None</c>, or STARTTLS for anything else; implicit TLS (port 465) is not known to .NET.</summary>
    public string SecureSocketOptions { get; set; } = "Auto";

    /// <summary>Whether there is a server to send with.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);

    /// <summary>Whether the connection must be encrypted.</summary>
    public bool UseTls => !string.Equals(SecureSocketOptions, "None", StringComparison.OrdinalIgnoreCase);
}
