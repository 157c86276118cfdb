using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema;

/// <summary>Short ways to write the types of fields.</summary>
internal static class Refs
{
    /// <summary>A type by its name, found when the schema is built.</summary>
    public static SchemaType To(string name) => new TypeReference(name);

    /// <summary><c>Name!</c></summary>
    public static SchemaType Required(string name) => new TypeReference(name).NonNull();

    /// <summary><c>[Name!]!</c></summary>
    public static SchemaType ListOf(string name) => new TypeReference(name).NonNull().List().NonNull();

    /// <summary><c>[String!]!</c></summary>
    public static SchemaType Texts { get; } = Scalars.String.NonNull().List().NonNull();
}
