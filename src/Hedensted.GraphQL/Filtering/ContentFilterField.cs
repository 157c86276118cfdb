using Hedensted.Bibliotek.Addresses;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>One thing that documents can be filtered by.</summary>
/// <param name="Name">What clients call it.</param>
/// <param name="Type">The operations.</param>
/// <param name="Bind">The condition; null when the client does not ask.</param>
internal sealed record ContentFilterField(string Name, SchemaType Type, Func<InputValues, Func<PublishedDocument, ReadScope, bool>?> Bind)
{
    /// <summary>What every document can be filtered by.</summary>
    public static IReadOnlyList<ContentFilterField> Common { get; } =
    [
        Value("id", "IdOperationFilterInput", (document, _) => (Guid?)document.Key),
        Value("name", "StringOperationFilterInput", (document, _) => document.NameIn()),
        Value("slug", "StringOperationFilterInput", (document, _) => SlugIndex.SlugOf(document)),
        Value("path", "StringOperationFilterInput", (document, scope) => scope.PathOf(document)),
        Comparable("level", "IntOperationFilterInput", document => (int?)document.Level),
        Comparable("createdAt", "DateTimeOperationFilterInput", document => (DateTimeOffset?)document.CreateDate),
        Comparable("publishedAt", "DateTimeOperationFilterInput", document => (DateTimeOffset?)document.PublishDate),
        Value("isExample", "BooleanOperationFilterInput", (document, _) => (bool?)document.IsExample),
    ];

    /// <summary>A value that operations bind to a predicate for.</summary>
    public static ContentFilterField Value<T>(string name, string operations, Func<PublishedDocument, ReadScope, T> read) => new(
        name,
        new TypeReference(operations),
        given => given.TryGet<Predicate<T>>(name, out var fits) ? (document, scope) => fits(read(document, scope)) : null);

    /// <summary>A value that has an order.</summary>
    public static ContentFilterField Comparable<T>(string name, string operations, Func<PublishedDocument, T?> read)
        where T : struct, IComparable<T> => new(
            name,
            new TypeReference(operations),
            given => given.TryGet<Range<T>>(name, out var range) ? (document, _) => range.Fits(read(document)) : null);

    /// <summary>A list whose items operations judge.</summary>
    public static ContentFilterField List<T>(string name, string operations, Func<PublishedDocument, IReadOnlyList<T>> read) => new(
        name,
        new TypeReference(operations),
        given => given.TryGet<ListFilter<Predicate<T>>>(name, out var list) ? (document, _) => list.Fits(read(document), (fits, item) => fits(item)) : null);
}
