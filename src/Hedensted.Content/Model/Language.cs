namespace Hedensted.Content.Model;

/// <summary>A language that content can be written in.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="IsoCode">Culture name as Umbraco stores it, e.g. <c>da</c>; compared without regard to case.</param>
/// <param name="Name">What editors see.</param>
/// <param name="IsDefault">Exactly one language is the default.</param>
/// <param name="IsMandatory">Whether a variant document must be published in it.</param>
/// <param name="FallbackIsoCode">The language shown where this one is missing.</param>
public sealed record Language(Guid Key, string IsoCode, string Name, bool IsDefault, bool IsMandatory, string? FallbackIsoCode);
