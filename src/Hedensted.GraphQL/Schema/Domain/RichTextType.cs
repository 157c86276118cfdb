using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Text with markup.</summary>
internal static class RichTextType
{
    public static ObjectType Create(TypeNames names) => new ObjectType<RichText>("RichText", "Text with markup.")
        .Field("html", Scalars.String.NonNull(), text => text.Html, "Sanitised; links lead to where documents are today.")
        .Field("text", Scalars.String.NonNull(), text => text.Text, "Without markup.")
        .Field("blocks", Refs.ListOf("Block"), text => text.Blocks.Where(names.Knows), "Blocks that stand in the text.");
}
