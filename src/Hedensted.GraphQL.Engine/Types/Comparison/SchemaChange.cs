namespace Hedensted.GraphQL.Engine.Types.Comparison;

/// <summary>One difference between two schemas.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Coordinate">To what; for what is gone, its coordinate in the schema before.</param>
/// <param name="Message">The difference as a sentence.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, SchemaCoordinate Coordinate, string Message)
{
    /// <summary>Whom it hurts.</summary>
    public ChangeSeverity Severity => Kind switch
    {
        <= SchemaChangeKind.RootTypeChanged => ChangeSeverity.Breaking,
        <= SchemaChangeKind.InputFieldDefaultValueChange => ChangeSeverity.Dangerous,
        _ => ChangeSeverity.Safe,
    };
}
