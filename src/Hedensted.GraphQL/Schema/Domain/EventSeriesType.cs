using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>serie: something that happens on several dates.</summary>
internal static class EventSeriesType
{
    public static ObjectType Create(Interfaces interfaces) => new ObjectType<PublishedDocument>("EventSeries", "serie: something that happens on several dates.")
        .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node);
}
