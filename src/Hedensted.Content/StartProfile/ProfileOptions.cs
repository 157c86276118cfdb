using System.ComponentModel.DataAnnotations;

namespace Hedensted.Content.StartProfile;

/// <summary>What an empty database is filled with.</summary>
public enum Profile
{
    /// <summary>The site's own types and content, from its uSync folder.</summary>
    Hedensted,

    /// <summary>What a fresh Umbraco has, and nothing else: for another municipality, or for tools made for a fresh Umbraco.</summary>
    Blank,
}

/// <summary>Settings under <c>Hedensted</c> that matter at the first start.</summary>
public sealed class ProfileOptions
{
    /// <summary>Where in the configuration they stand.</summary>
    public const string Section = "Hedensted";

    /// <summary>What the first start makes; a database that has something in it is never touched.</summary>
    /// <value>The default is <see cref="StartProfile.Profile.Hedensted"/>.</value>
    [EnumDataType(typeof(Profile))]
    public Profile Profile { get; set; } = Profile.Hedensted;
}
