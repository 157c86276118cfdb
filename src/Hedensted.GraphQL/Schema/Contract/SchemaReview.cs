using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Comparison;

namespace Hedensted.GraphQL.Schema.Contract;

/// <summary>What became of the promise to clients: the schema as released against the schema as it is.</summary>
public sealed class SchemaReview
{
    private SchemaReview(IReadOnlyList<SchemaChange> changes, IReadOnlyList<DeclaredChange> declared)
    {
        Changes = changes;
        var breaking = changes.Where(change => change.Severity == ChangeSeverity.Breaking).ToArray();
        Undeclared = [.. breaking.Where(change => !declared.Any(one => IsAbout(one, change)))];
        Needless = [.. declared.Where(one => !breaking.Any(change => IsAbout(one, change)))];
    }

    /// <summary>Every change, breaking ones first.</summary>
    public IReadOnlyList<SchemaChange> Changes { get; }

    /// <summary>Breaking changes that nobody has declared.</summary>
    public IReadOnlyList<SchemaChange> Undeclared { get; }

    /// <summary>Declarations that no change needs (any more).</summary>
    public IReadOnlyList<DeclaredChange> Needless { get; }

    /// <summary>The released schema that this version was built with.</summary>
    public static string Released { get; } = Resource("schema.released.graphql");

    /// <summary>The breaking changes that this version declares.</summary>
    public static string Declarations { get; } = Resource("schema.changes.json");

    /// <summary>Compares.</summary>
    /// <param name="released">What clients rely on, in the schema definition language.</param>
    /// <param name="current">What they will find.</param>
    /// <param name="declared">The breaking changes that are meant.</param>
    /// <exception cref="SchemaException"><paramref name="released"/> is not a schema.</exception>
    public static SchemaReview Of(string released, Engine.Types.Schema current, IReadOnlyList<DeclaredChange> declared) =>
        new(SchemaComparison.Compare(SchemaBuilder.FromDefinition(released), current), declared);

    private static bool IsAbout(DeclaredChange declared, SchemaChange change) =>
        declared.Coordinate == change.Coordinate.ToString() && declared.Change == change.Kind.ToString();

    private static string Resource(string name)
    {
        using var stream = typeof(SchemaReview).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
