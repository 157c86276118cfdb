using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>arrangement: something that happens once.</summary>
internal static class EventType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("Event", "arrangement: something that happens once.")
        .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node);
}
