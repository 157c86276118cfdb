using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;

namespace Hedensted.GraphQL.Schema;

/// <summary>The types of a connection, to HotChocolate's names.</summary>
internal static class Connections
{
    /// <summary>What a connection costs: as many nodes as the client asks for.</summary>
    public static FieldCost Cost { get; } = new()
    {
        SizeArguments = ["first", "last"],
        AssumedSize = PageRequest.DefaultSize,
        SizedFields = ["nodes", "edges"],
    };

    public static IEnumerable<NamedType> Of<T>(string name, string node, string description)
        where T : class
    {
        yield return new ObjectType<Connection<T>>(name + "Connection", description)
            .Field("pageInfo", Refs.Required("PageInfo"), connection => (Connection)connection)
            .Field("edges", Refs.To(name + "Edge").NonNull().List(), connection => connection.Edges())
            .Field("nodes", Refs.To(node).NonNull().List(), connection => connection.Nodes)
            .Field("totalCount", Scalars.Int.NonNull(), connection => connection.Count(), "Counted only when asked for.");
        yield return new ObjectType<Edge<T>>(name + "Edge")
            .Field("cursor", Scalars.String.NonNull(), edge => edge.Cursor)
            .Field("node", Refs.Required(node), edge => edge.Node);
    }

    public static ObjectType PageInfo() => new ObjectType<Connection>("PageInfo")
        .Field("hasNextPage", Scalars.Boolean.NonNull(), connection => connection.HasNextPage)
        .Field("hasPreviousPage", Scalars.Boolean.NonNull(), connection => connection.HasPreviousPage)
        .Field("startCursor", Scalars.String, connection => connection.StartCursor)
        .Field("endCursor", Scalars.String, connection => connection.EndCursor);
}
