using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A question that a dialogue meeting is about.</summary>
internal static class DialogueQuestionType
{
    public static ObjectType Create() => new ObjectType<Block>("DialogueQuestion")
        .Field("text", Scalars.String.NonNull(), block => block.Text("question") ?? "")
        .Field("elaboration", Scalars.String, block => block.Text("elaboration"));
}
