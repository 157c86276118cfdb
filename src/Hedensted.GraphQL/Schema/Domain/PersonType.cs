using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Someone who takes part in a dialogue meeting. A name leaves the house only with the person's consent.</summary>
internal static class PersonType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<Block>("Person")
        .Implements(interfaces.Block)
        .Field("name", Scalars.String, block => block.ValueOf("consent").AsFlag() == true ? block.Text("name") : null, "Null when the person has not agreed to be named.")
        .Field("role", Scalars.String, block => block.Text("role"))
        .Field("background", Scalars.String, block => block.Text("background"))
        .Field("interest", Scalars.String, block => block.Text("interest"), "The person's own interest in the matter.");
}
