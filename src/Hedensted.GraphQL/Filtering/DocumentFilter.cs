using Hedensted.Bibliotek.Addresses;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>Judges a branch, place, focus area or event by its own few properties.</summary>
/// <remarks>There are few of them and many dates that point at them, so a request finds out once which ones fit.</remarks>
internal sealed class DocumentFilter
{
    private readonly List<Predicate<Judged>> _checks = [];

    public static InputObjectType Branch() => Type("BranchFilterInput");

    public static InputObjectType Place() => Type("PlaceFilterInput");

    public static InputObjectType FocusArea() => Type("FocusAreaFilterInput")
        .Field("number", new TypeReference("IntOperationFilterInput"));

    public static InputObjectType Event() => Type("EventReferenceFilterInput");

    public static InputObjectType Partner() => Type("PartnerFilterInput");

    public bool Fits(PublishedDocument document) => Fits(new Judged(document, null));

    /// <summary>Whether the event behind a date fits. A date that nothing changes has its event's title at hand; a document must be unpacked for it.</summary>
    public bool Fits(Occurrence occurrence) => Fits(new Judged(occurrence.Document, occurrence.Changes.IsEmpty ? occurrence.Title : null));

    /// <summary>The keys of those of the candidates that fit, found once a request.</summary>
    public HashSet<Guid> Keys(ReadScope scope, params string[] types) => scope.Once(
        this, () => types.SelectMany(type => scope.OfType(type)).Where(document => Fits(document)).Select(document => document.Key).ToHashSet());

    private static InputObjectType Type(string name) => new InputObjectType(name, bind: Bind)
        .Field("and", new TypeReference(name).NonNull().List())
        .Field("or", new TypeReference(name).NonNull().List())
        .Field("id", new TypeReference("IdOperationFilterInput"))
        .Field("slug", new TypeReference("StringOperationFilterInput"))
        .Field("title", new TypeReference("StringOperationFilterInput"));

    private static DocumentFilter Bind(InputValues given)
    {
        var filter = new DocumentFilter();
        if (given.TryGet<Predicate<Guid?>>("id", out var id))
        {
            filter._checks.Add(judged => id(judged.Document.Key));
        }

        if (given.TryGet<Predicate<string?>>("slug", out var slug))
        {
            filter._checks.Add(judged => slug(SlugIndex.SlugOf(judged.Document)));
        }

        if (given.TryGet<Predicate<string?>>("title", out var title))
        {
            filter._checks.Add(judged => title(judged.Title ?? judged.Document.Text("title") ?? judged.Document.NameIn()));
        }

        if (given.Names.Contains("number") && given.TryGet<Range<int>>("number", out var number))
        {
            filter._checks.Add(judged => number.Fits(judged.Document.Number("number")));
        }

        filter._checks.AddRange(given.GetList<DocumentFilter>("and").Select(part => (Predicate<Judged>)part.Fits));
        if (given.GetList<DocumentFilter>("or") is { Count: > 0 } any)
        {
            filter._checks.Add(judged => any.Any(part => part.Fits(judged)));
        }

        return filter;
    }

    private bool Fits(Judged judged) => _checks.TrueForAll(check => check(judged));

    /// <param name="Document">What is judged.</param>
    /// <param name="Title">Its title, when that is at hand.</param>
    private readonly record struct Judged(PublishedDocument Document, string? Title);
}
