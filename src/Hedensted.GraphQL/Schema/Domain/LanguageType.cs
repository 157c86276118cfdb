using Hedensted.Content.Model;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A language that the site is written in.</summary>
internal static class LanguageType
{
    public static ObjectType Create() => new ObjectType<Language>("Language")
        .Field("isoCode", Scalars.String.NonNull(), language => language.IsoCode, "A tag of BCP 47, e.g. `da` or `en-GB`.")
        .Field("name", Scalars.String.NonNull(), language => language.Name, "What editors call it.")
        .Field("isDefault", Scalars.Boolean.NonNull(), language => language.IsDefault, "Whether it is what one reads without asking for a language.");
}
