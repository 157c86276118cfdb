using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A document in one of the languages that it is published in.</summary>
/// <param name="Language">ISO code.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Path">Its address there.</param>
internal sealed record Translation(string Language, string Name, string Path)
{
    /// <summary>The translations of a document, in the order of the site's languages; none when it does not vary.</summary>
    public static IEnumerable<Translation> Of(PublishedDocument document, ReadScope scope)
    {
        var whole = scope.Edition.Whole;
        return whole.Find(document.Key) is { ContentType.VariesByCulture: true } all
            ? from language in whole.Schema.Languages
              from name in all.Content.Names
              where string.Equals(name.Culture, language.IsoCode, StringComparison.OrdinalIgnoreCase)
              select new Translation(language.IsoCode, name.Name, whole.PathOf(all, language.IsoCode))
            : [];
    }
}
