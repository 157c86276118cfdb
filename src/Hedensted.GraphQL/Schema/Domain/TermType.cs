using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>ordforklaring: a word that is explained wherever it is shown.</summary>
internal static class TermType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Term", "ordforklaring: a word that is explained wherever it is shown.")
        .Implements(interfaces.Content, interfaces.Node)
        .Field("title", Scalars.String.NonNull(), document => document.Title())
        .Field("alsoKnownAs", Refs.Texts, document => document.Texts("synonyms"), "Other forms of the word.")
        .Field("explanation", Scalars.String.NonNull(), document => document.Text("definition") ?? "")
        .Field("source", Scalars.String, document => document.Text("source"))
        .Field("related", Refs.ListOf("Content"), (document, context) => context.State<ReadScope>().FindAll(document.Keys("related")));
}
