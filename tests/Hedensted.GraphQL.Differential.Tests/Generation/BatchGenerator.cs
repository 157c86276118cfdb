using System.Text;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Batch number n of a seed, whatever came before it.</summary>
internal static class BatchGenerator
{
    public const int CasesPerBatch = 400;

    private const string FullIntrospection = """
        { __schema { description queryType { name } mutationType { name } subscriptionType { name }
          types { kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...Value } type { ...Ref } isDeprecated deprecationReason }
            inputFields(includeDeprecated: true) { ...Value } interfaces { ...Ref }
            enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...Ref } }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...Value } } } }
        fragment Value on __InputValue { name description type { ...Ref } defaultValue isDeprecated deprecationReason }
        fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """;

    public static Batch Create(ulong seed, int number)
    {
        var dice = new Dice((seed * 0x9E3779B97F4A7C15) ^ (ulong)number);
        var model = new SchemaGenerator(dice).Generate();
        var sdl = new SchemaWriter(dice).Write(model);
        if (number % 3 == 2)
        {
            // A schema with a mistake: what counts is whether it is accepted, and then how it is read back.
            return new Batch(new Mutator(dice).Mutate(sdl), [new Case(FullIntrospection, IsIntrospection: true)]);
        }

        var documents = new DocumentGenerator(model, dice);
        var literals = new Literals(model, dice);
        var mutator = new Mutator(dice);
        var lexical = new LexicalGenerator(dice);
        var cases = new List<Case> { new(FullIntrospection, IsIntrospection: true) };
        while (cases.Count < CasesPerBatch)
        {
            var kind = dice.Below(100);
            if (kind >= 82)
            {
                cases.Add(new Case(lexical.Generate()));
                continue;
            }

            var document = documents.Generate();
            var variables = Variables(documents, literals, dice);
            cases.Add(new Case(kind >= 45 ? mutator.Mutate(document) : document, variables, documents.OperationName));
        }

        return new Batch(sdl, cases);
    }

    private static string? Variables(DocumentGenerator documents, Literals literals, Dice dice)
    {
        if (documents.Variables.Count == 0)
        {
            return null;
        }

        var misfits = dice.Chance(25) ? 80 : 0;
        var text = new StringBuilder("{");
        foreach (var (name, type, @default) in documents.Variables)
        {
            if ((!type.IsRequired || @default is not null) && dice.Chance(25))
            {
                continue;
            }

            text.Append(text.Length > 1 ? ",\"" : "\"").Append(name).Append("\":").Append(literals.Json(type, 2, misfits));
        }

        return text.Append('}').ToString();
    }
}
