using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Reading;

/// <summary>Global ids: permanent keys that no two things share, so an id alone says what it is the id of.</summary>
internal static class Ids
{
    /// <exception cref="GraphQLException">The text is no id at all; an id that nothing has (any more) is fine and finds nothing.</exception>
    public static Guid Read(string id) => Guid.TryParse(id, out var key)
        ? key
        : throw new GraphQLException($"\"{(id.Length <= 40 ? id : id[..40] + "…")}\" is not an id. Send one as the API gave it, e.g. \"4e663554-9a1d-54ee-84c8-f040b0390c2f\".", "INVALID_ID");
}
