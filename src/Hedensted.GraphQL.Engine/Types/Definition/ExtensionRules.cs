using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>An extension extends a type that exists, of its own kind.</summary>
internal static class ExtensionRules
{
    private const string Code = "POSSIBLE_TYPE_EXTENSIONS";

    public static void Check(DefinitionRules rules)
    {
        var defined = new Dictionary<string, TypeDeclaration>(StringComparer.Ordinal);
        foreach (var type in rules.Definitions.OfType<TypeDeclaration>().Where(type => !type.IsExtension))
        {
            defined[type.Name] = type;
        }

        foreach (var extension in rules.Definitions.OfType<TypeDeclaration>().Where(type => type.IsExtension))
        {
            if (defined.TryGetValue(extension.Name, out var own))
            {
                if (own.Keyword != extension.Keyword)
                {
                    rules.Report(Code, $"'{extension.Name}' is defined as '{own.Keyword}'; extend it with 'extend {own.Keyword}'.", own, extension);
                }
            }
            else if (!rules.ExistingTypes.TryGetValue(extension.Name, out var existing))
            {
                rules.Report(Code, $"There is no type '{extension.Name}' to extend; define it or correct the name.", extension.NamePlace);
            }
            else if (KeywordOf(existing) is var keyword && keyword != extension.Keyword)
            {
                rules.Report(Code, $"'{extension.Name}' is defined as '{keyword}'; extend it with 'extend {keyword}'.", extension);
            }
        }
    }

    private static string KeywordOf(NamedType type) => type.Kind switch
    {
        TypeKind.Object => "type",
        TypeKind.InputObject => "input",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
