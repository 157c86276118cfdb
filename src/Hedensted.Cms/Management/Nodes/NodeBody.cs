using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>A value as the backoffice sends it; it sends more members, which do not count.</summary>
/// <param name="Alias">The property.</param>
/// <param name="Culture">ISO code, or null for an invariant value.</param>
/// <param name="Segment">Not used.</param>
/// <param name="Value">The editor's value; null is the same as leaving the value out.</param>
internal sealed record ValueRequest(string? Alias, string? Culture, string? Segment, JsonElement? Value)
{
    /// <summary>Whether there is a value to keep.</summary>
    public bool IsSet => Alias is { Length: > 0 } && Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };
}

/// <summary>A variant as the backoffice sends it.</summary>
/// <param name="Culture">ISO code, or null for an invariant node.</param>
/// <param name="Name">What the editor typed.</param>
/// <param name="UpdateDate">When the variant that the editor opened was saved; absent for a new one.</param>
internal sealed record VariantRequest(string? Culture, string? Name, DateTimeOffset? UpdateDate);

/// <summary>Names and values of a request, for documents and media alike.</summary>
/// <param name="Values">The request's <c>values</c>, in its order: error paths count in it.</param>
/// <param name="Variants">The request's <c>variants</c>.</param>
internal sealed record NodeBody(IReadOnlyList<ValueRequest>? Values, IReadOnlyList<VariantRequest>? Variants)
{
    /// <summary>What the editor typed. A value that is missing is a value removed.</summary>
    public NodeContent ToContent()
    {
        var values = new Dictionary<(string Alias, string? Culture, string? Segment), PropertyValue>();
        foreach (var value in (Values ?? []).Where(value => value.IsSet))
        {
            var culture = Blank(value.Culture);
            var segment = Blank(value.Segment);
            values[(value.Alias!.ToLowerInvariant(), culture?.ToLowerInvariant(), segment)] =
                new PropertyValue(value.Alias!, culture, segment, value.Value!.Value);
        }

        return new NodeContent
        {
            Names = [.. (Variants ?? [])
                .Select(variant => new VariantName(Blank(variant.Culture), (variant.Name ?? "").Trim()))
                .DistinctBy(name => name.Culture, StringComparer.OrdinalIgnoreCase)],
            Values = [.. values.Values],
        };
    }

    /// <summary>What the editor opened, to notice that somebody saved since.</summary>
    public ImmutableDictionary<string, DateTimeOffset> OpenedDates() => (Variants ?? [])
        .Where(variant => variant.UpdateDate is not null)
        .DistinctBy(variant => variant.Culture ?? "", StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(variant => variant.Culture ?? "", variant => variant.UpdateDate!.Value, StringComparer.OrdinalIgnoreCase);

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
