using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>sted uden for huset.</summary>
internal static class OutreachPlaceType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("OutreachPlace", "sted uden for huset: a school, a wood, an assembly hall.")
        .Implements(interfaces.Place, interfaces.Content, interfaces.Node)
        .Field("outreachType", Scalars.String, document => document.Text("outreachType"), "Skole, Børnehave, Ældreinstitution, …");
}
