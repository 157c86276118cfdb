using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A document in one of the languages that it is published in.</summary>
internal static class TranslationType
{
    public static ObjectType Create() => new ObjectType<Translation>("Translation")
        .Field("language", Scalars.String.NonNull(), translation => translation.Language, "A tag of BCP 47, e.g. `en-GB`.")
        .Field("name", Scalars.String.NonNull(), translation => translation.Name, "What it is called in that language.")
        .Field("path", Scalars.String.NonNull(), translation => translation.Path, "Its address in that language.");
}
