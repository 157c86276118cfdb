using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What a list of dates can be narrowed by, with counts.</summary>
internal static class FacetsType
{
    public static ObjectType Create() => new ObjectType<Facets>(
        "Facets", "What a list of dates can be narrowed by. What is chosen in one facet does not count in that one, so it tells what the other choices would give.")
        .Field("branches", Refs.ListOf("Facet"), facets => facets.Branches, "By slug, in the editors' order.")
        .Field("outreachPlaces", Refs.ListOf("Facet"), facets => facets.OutreachPlaces, "By slug, in the editors' order.")
        .Field("focusAreas", Refs.ListOf("Facet"), facets => facets.FocusAreas, "By slug, in number order.")
        .Field("audiences", Refs.ListOf("Facet"), facets => facets.Audiences, "By the enum's value, the youngest first.")
        .Field("kinds", Refs.ListOf("Facet"), facets => facets.Kinds, "By the enum's value.")
        .Field("months", Refs.ListOf("Facet"), facets => facets.Months, "By year and month, e.g. `2026-12`; only those with dates. `overlaps` chooses here.");

    public static ObjectType One() => new ObjectType<Facet>("Facet", "A choice that narrows a list.")
        .Field("value", Scalars.String.NonNull(), facet => facet.Value, "What a filter is given.")
        .Field("label", Scalars.String.NonNull(), facet => facet.Label, "What citizens call it.")
        .Field("count", Scalars.Int.NonNull(), facet => facet.Count, "Dates that fit it and what is chosen in the other facets.");
}
