namespace Hedensted.GraphQL.Engine.Types;

/// <summary>The schema breaks a rule of the specification; every problem that was found is in the message.</summary>
/// <param name="problems">One sentence a problem, each naming the schema coordinate.</param>
public sealed class SchemaException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>One sentence a problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
