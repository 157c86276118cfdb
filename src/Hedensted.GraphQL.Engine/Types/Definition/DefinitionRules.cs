using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>What a document in the schema definition language must keep before types are made of it.</summary>
/// <remarks>The rules about finished types are in <see cref="Building.SchemaValidator"/>. The codes are the names of the reference implementation's rules.</remarks>
internal sealed class DefinitionRules
{
    private readonly byte[] _source;
    private readonly List<GraphQLError> _errors = [];

    private DefinitionRules(
        Document document, byte[] source, IReadOnlyDictionary<string, NamedType> existing, IReadOnlyCollection<DirectiveDefinition> directives)
    {
        _source = source;
        Document = document;
        Definitions = [.. document.Definitions.OfType<TypeSystemDefinition>()];
        ExistingTypes = existing;
        ExistingDirectives = directives;
    }

    public Document Document { get; }

    public IReadOnlyList<TypeSystemDefinition> Definitions { get; }

    public IReadOnlyDictionary<string, NamedType> ExistingTypes { get; }

    public IReadOnlyCollection<DirectiveDefinition> ExistingDirectives { get; }

    /// <param name="document">The document.</param>
    /// <param name="source">Its text, for places.</param>
    /// <param name="existing">Types that are there already.</param>
    /// <param name="directives">Directives that are there already, beside the specification's own.</param>
    /// <returns>One error a problem; empty when types can be made.</returns>
    public static IReadOnlyList<GraphQLError> Check(
        Document document, byte[] source, IReadOnlyDictionary<string, NamedType> existing, IReadOnlyCollection<DirectiveDefinition> directives)
    {
        var rules = new DefinitionRules(document, source, existing, directives);
        foreach (var definition in document.Definitions.Where(definition => definition is not TypeSystemDefinition))
        {
            rules.Report("TYPE_SYSTEM_DEFINITIONS", "Operations and fragments do not belong to a schema; remove this one.", definition);
        }

        NameRules.Check(rules);
        ReferenceRules.Check(rules);
        ExtensionRules.Check(rules);
        DirectiveRules.Check(rules);
        DirectiveCycleRules.Check(rules);
        return rules._errors;
    }

    public void Report(string code, string message, params IEnumerable<Node> nodes) =>
        _errors.Add(new GraphQLError(code, message, [.. nodes.Select(node => SourceLocation.Of(_source, node.Start))], Path: null, "sec-Type-System"));
}
