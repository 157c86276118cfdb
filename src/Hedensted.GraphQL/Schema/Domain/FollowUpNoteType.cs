using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What came of a dialogue meeting.</summary>
internal static class FollowUpNoteType
{
    public static ObjectType Create() => new ObjectType<Block>("FollowUpNote", "What came of it: what was agreed on, and what was not.")
        .Field("date", Scalars.LocalDate, block => block.ValueOf("date").AsDate())
        .Field("agreements", Scalars.String, block => block.Text("agreements"))
        .Field("disagreements", Scalars.String, block => block.Text("disagreements"))
        .Field("taken", Scalars.String, block => block.Text("takeaways"), "What the library takes with it.");
}
