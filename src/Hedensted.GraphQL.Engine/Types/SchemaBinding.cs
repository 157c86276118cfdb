namespace Hedensted.GraphQL.Engine.Types;

/// <summary>What a schema written in the schema definition language needs from C#: resolvers, scalars, and how to tell objects apart.</summary>
/// <remarks>Without it a field reads the entry of its name from a dictionary, an object says its type with <c>__typename</c>, and an own scalar is any JSON.</remarks>
public sealed record SchemaBinding
{
    /// <summary>The resolver of a field, asked with the names of the type and the field when the schema is built; null for the usual one.</summary>
    public Func<string, string, Func<object, FieldContext, object?>?>? Resolve { get; init; }

    /// <summary>The stream of events of a subscription field, asked with the names of the type and the field when the schema is built; null for a field that is none.</summary>
    public Func<string, string, Func<object, FieldContext, IAsyncEnumerable<object>>?>? Subscribe { get; init; }

    /// <summary>Own scalars; one that is not here is any JSON.</summary>
    public IReadOnlyCollection<ScalarType> Scalars { get; init; } = [];

    /// <summary>The name of an instance's object type, asked with the name of the interface or union.</summary>
    public Func<string, object, string>? ResolveType { get; init; }

    internal static object? ReadEntry(object source, string name) =>
        source is IReadOnlyDictionary<string, object?> entries ? entries.GetValueOrDefault(name) : null;
}
