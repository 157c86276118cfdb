namespace Hedensted.GraphQL.Filtering;

/// <summary>What one chooses in: a filter's condition names the facet that it belongs to.</summary>
internal static class FacetName
{
    public const string Place = "place";
    public const string FocusArea = "focusArea";
    public const string Audience = "audience";
    public const string Kind = "kind";
    public const string Month = "month";
}
