using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Auth;

/// <summary>How long a sign-in lasts and how often one may try, under <c>Hedensted:Auth</c>.</summary>
internal sealed class AuthOptions
{
    public const string Section = "Hedensted:Auth";

    /// <summary>An editor who does nothing for this long must sign in again; 20 minutes, or what <c>Umbraco:CMS:Global:TimeOut</c> says.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "12:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>After this long everybody must sign in again; 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "24:00:00")]
    public TimeSpan AbsoluteTimeout { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a refresh token that has just been used still answers, for tabs that asked at the same time; 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Wrong passwords from one address in a minute; 20.</summary>
    [Range(1, 10_000)]
    public int FailuresPerMinute { get; set; } = 20;

    /// <summary>Whether the editor's session is renewed without asking while the backoffice is open.</summary>
    public bool KeepUserLoggedIn { get; set; }

    /// <summary>The backoffice counts with four access tokens to a session.</summary>
    public TimeSpan AccessLifetime => IdleTimeout / 4;
}
