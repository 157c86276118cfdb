namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Checks documents against one rule, through the engine; errors of other rules are ignored.</summary>
/// <param name="code">The rule's code.</param>
public abstract class RuleTests(string code)
{
    private static readonly GraphQLEngine Engine = new(Pets.Schema(), new EngineOptions { MaxValidationErrors = 100 });

    protected virtual EngineOptions? Options => null;

    protected void ExpectValid(string document) => Assert.That(Find(document), Is.Empty, document);

    /// <param name="document">A document with mistakes.</param>
    /// <param name="places">For each error, its locations as <c>line:column</c>.</param>
    protected void ExpectErrors(string document, params string[] places) => Assert.That(Find(document), Is.EqualTo(places), document);

    private string[] Find(string document)
    {
        var engine = Options is null ? Engine : new GraphQLEngine(Pets.Schema(), Options);
        return
        [
            .. Answers.Errors(engine.Ask(document, Pets.AHome()))
                .Where(error => error == code || error.StartsWith(code + " ", StringComparison.Ordinal))
                .Select(error => error[code.Length..].Trim()),
        ];
    }
}
