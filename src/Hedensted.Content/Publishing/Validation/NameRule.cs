using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Every culture that is published has a name, and a name has room in the database.</summary>
internal static class NameRule
{
    private const int MaxLength = 255;

    public static IEnumerable<ValidationError> Check(ContentType type, NodeContent content, ImmutableArray<string> cultures)
    {
        foreach (var culture in type.VariesByCulture ? cultures : [null!])
        {
            var name = content.Names.IsDefault
                ? null
                : content.Names.FirstOrDefault(name => string.Equals(name.Culture, culture, StringComparison.OrdinalIgnoreCase))?.Name;
            if (string.IsNullOrWhiteSpace(name))
            {
                yield return new ValidationError(null, culture, "", "Skriv et navn");
            }
            else if (name.Length > MaxLength)
            {
                yield return new ValidationError(null, culture, "", $"Gør navnet kortere – det må højst fylde {MaxLength} tegn");
            }
        }
    }
}
