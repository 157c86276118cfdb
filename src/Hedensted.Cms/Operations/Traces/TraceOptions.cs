using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Operations.Traces;

/// <summary>Settings of <c>Hedensted:Telemetry</c>. Nothing is followed or sent unless somebody is named to send it to.</summary>
internal sealed class TraceOptions : IValidatableObject
{
    /// <summary>Where they are bound from.</summary>
    public const string Section = "Hedensted:Telemetry";

    /// <summary>The variable that every OpenTelemetry program reads.</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Who collects, by OTLP over HTTP, e.g. <c>http://collector:4318</c>; empty, the default, is what <see cref="Variable"/> says, and without that nobody.</summary>
    public string Otlp { get; set; } = "";

    /// <summary>The share of requests that are followed from end to end when nobody before us has decided, 0–1; default 0.05.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Hedensted:Telemetry:Share skal være fra 0 til 1.")]
    public double Share { get; set; } = 0.05;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Otlp.Length > 0 && AddressOf(Otlp) is null)
        {
            yield return new($"{Section}:{nameof(Otlp)} skal være en adresse som http://collector:4318.", [nameof(Otlp)]);
        }
    }

    /// <summary>Whoever collects; null when nobody does.</summary>
    public static Uri? CollectorOf(IConfiguration configuration) =>
        AddressOf(configuration[$"{Section}:{nameof(Otlp)}"] is { Length: > 0 } ours ? ours : configuration[Variable]);

    private static Uri? AddressOf(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;
}
