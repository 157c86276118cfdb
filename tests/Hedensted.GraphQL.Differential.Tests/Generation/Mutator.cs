using System.Text.RegularExpressions;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Damages a document at one to three tokens: most damage is of meaning, some of grammar.</summary>
internal sealed partial class Mutator(Dice dice)
{
    private static readonly string[] Pool =
    [
        "null", "true", "3", "1.5", "\"x\"", "RED", "$v0", "$v1", "$nowhere", "[", "]", "{", "}", "(", ")", ":", "!", "=", "@", "...", "on", "fragment", "query",
        "subscription", "mutation", "__typename", "__schema { description }", "F0", "...F0", "...F1", "...Nowhere", "@skip(if: true)", "@include(if: $v0)", "@mark1", "@nowhere", "@skip",
        "[1]", "{ a: 1 }", "{ a: 1, a: 2 }", "In1", "Thing1", "Face1", "Either1", "Query", "Nowhere", "String", "Int", "echo", "echo(text: 1)", "echo { a }",
        "echo(text: \"a\", text: \"b\")", "a: echo(float: 1)", "x0: echo", "x0: __typename", "... on Thing1 { a }", "... on String { a }", "type T { a: Int }", "|", "&", "$",
        "extend", "implements", "interface", "union", "enum", "input", "scalar", "schema", "directive", "@deprecated", "@oneOf", "ID",
    ];

    [GeneratedRegex("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|[A-Za-z_]\\w*|-?\\d[\\d.eE+-]*|\\.\\.\\.|\\S")]
    private static partial Regex Tokens();

    public static List<string> Split(string document) => [.. Tokens().Matches(document).Select(match => match.Value)];

    public static string Join(IEnumerable<string> tokens) => string.Join(' ', tokens);

    public string Mutate(string document)
    {
        var tokens = Split(document);
        for (int i = 0, count = dice.Chance(70) ? 1 : dice.Between(2, 3); i < count && tokens.Count > 0; i++)
        {
            Damage(tokens);
        }

        return Join(dice.Chance(20) ? tokens.Select(token => dice.Chance(15) ? token + dice.Pick<string>(["\n", "\r\n", ",", " # c\n", "\t", "\uFEFF"]) : token) : tokens);
    }

    private void Damage(List<string> tokens)
    {
        var at = dice.Below(tokens.Count);
        switch (dice.Below(10))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2 when at + 1 < tokens.Count:
                (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                break;
            case 3:
                tokens[at] = dice.Pick(Pool);
                break;
            case 4:
                tokens.Insert(at, dice.Pick(Pool));
                break;
            case 5:
                // A selection more, where one can stand.
                var brace = tokens.FindIndex(at, token => token == "{");
                tokens.Insert(brace < 0 ? at : brace + 1, dice.Pick(Pool));
                break;
            default:
                // Another word of the document in the place of a word.
                var words = Enumerable.Range(0, tokens.Count).Where(i => char.IsLetter(tokens[i][0]) || tokens[i][0] is '_').ToArray();
                if (words.Length > 0)
                {
                    tokens[dice.Pick(words)] = dice.Chance(15) ? "other" : dice.Chance(40) ? dice.Pick(Pool) : tokens[dice.Pick(words)];
                }

                break;
        }
    }
}
