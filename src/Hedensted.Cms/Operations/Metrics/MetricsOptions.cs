using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Operations.Metrics;

/// <summary>Settings of <c>Hedensted:Metrics</c>. Without a port and without a token nobody reads <c>/metrics</c>.</summary>
internal sealed class MetricsOptions : IValidatableObject
{
    /// <summary>Where they are bound from.</summary>
    public const string Section = "Hedensted:Metrics";

    private const int ShortestToken = 24;

    /// <summary>A port of its own for <c>/metrics</c> and <c>/health/*</c>, and nothing else; 0, the default, opens none.</summary>
    [Range(0, 65_535, ErrorMessage = "Hedensted:Metrics:Port skal være fra 0 til 65535.")]
    public int Port { get; set; }

    /// <summary>The address that the port is opened on; default <c>127.0.0.1</c>. In a container whose port is not published, <c>0.0.0.0</c>.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>A secret of at least 24 characters that opens <c>/metrics</c> and <c>/health/detail</c> on the site's own address, as <c>Authorization: Bearer</c>; empty, the default, opens neither.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether anybody may look.</summary>
    public bool IsOpen => Port > 0 || Token.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Token.Length is > 0 and < ShortestToken)
        {
            yield return new("Hedensted:Metrics:Token skal være mindst 24 tegn.", [nameof(Token)]);
        }

        if (!System.Net.IPAddress.TryParse(Address, out _))
        {
            yield return new("Hedensted:Metrics:Address skal være en IP-adresse, fx 127.0.0.1.", [nameof(Address)]);
        }
    }
}
