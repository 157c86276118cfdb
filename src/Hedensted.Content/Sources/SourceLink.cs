using System.Collections.Immutable;
using System.Text.Json;

namespace Hedensted.Content.Sources;

/// <summary>A document that comes from another system, which owns some of its values.</summary>
/// <param name="System">The other system, e.g. <c>dpl</c>.</param>
/// <param name="Id">What it calls the thing.</param>
/// <param name="DocumentKey">The document, also when it has been deleted since.</param>
/// <param name="Name">The name that it was given; an editor who gives it another keeps that.</param>
/// <param name="Owned">By alias what the system said last; nobody else may change these values.</param>
/// <param name="Added">By alias the items that were put beside what editors picked; each is put there once.</param>
/// <param name="Awaits">Whether it is published by itself as soon as nothing is missing.</param>
/// <param name="Released">Whether an editor has taken it over; the system says nothing about it any more.</param>
public sealed record SourceLink(
    string System,
    string Id,
    Guid DocumentKey,
    string Name,
    ImmutableSortedDictionary<string, JsonElement> Owned,
    ImmutableSortedDictionary<string, ImmutableArray<Guid>> Added,
    bool Awaits,
    bool Released);
