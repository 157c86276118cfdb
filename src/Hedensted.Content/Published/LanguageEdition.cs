using System.Collections.Immutable;

namespace Hedensted.Content.Published;

/// <summary>Makes the edition that readers of one language see out of the one in all of them.</summary>
internal static class LanguageEdition
{
    /// <summary>The edition in this language, one of the site's own.</summary>
    public static Edition Of(Edition whole, string language)
    {
        var languages = whole.Schema.FallbacksOf(language);
        var steps = new EditionSteps(whole.Parts);
        var varying = whole.Schema.ContentTypes.Where(type => type.VariesByCulture).SelectMany(type => whole.OfType(type.Alias)).ToList();
        var shown = varying.ConvertAll(document => ContentInLanguage.Of(document.Content, languages) is { } content ? document.With(content) : null);
        for (var i = 0; i < varying.Count; i++)
        {
            if (shown[i] is null)
            {
                steps.Remove(varying[i].Key);
            }
        }

        steps.Add(shown.OfType<PublishedDocument>());
        var edition = EditionBuilder.Finish(
            steps, whole, whole.Position, [], ImmutableHashSet<Guid>.Empty, null, schemaChanged: false, whole.Projectors, language);
        return whole.IsPreview ? edition.AsPreview() : edition;
    }
}
