using System.Text;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Definition;

namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

/// <summary>Checks schema documents against one rule; errors of other rules are ignored. A type <c>Known</c> is there already.</summary>
/// <param name="code">The rule's code.</param>
public abstract class DefinitionRuleTests(string code)
{
    protected void ExpectValid(string definition) => Assert.That(Find(definition), Is.Empty, definition);

    /// <param name="definition">A document with mistakes.</param>
    /// <param name="places">For each error, its locations as <c>line:column</c>.</param>
    protected void ExpectErrors(string definition, params string[] places) => Assert.That(Find(definition), Is.EqualTo(places), definition);

    private string[] Find(string definition)
    {
        var source = Encoding.UTF8.GetBytes(definition);
        var existing = new Dictionary<string, NamedType> { ["Known"] = new ObjectType<object>("Known") };
        return
        [
            .. DefinitionRules.Check(Parser.Parse(source), source, existing, [])
                .Where(error => error.Code == code)
                .Select(error => string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))),
        ];
    }
}
