using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Requests made to cost much: deep or wide in each part of the grammar. Tests ask that they are refused, the benchmark how quickly.</summary>
/// <param name="Name">What it abuses.</param>
/// <param name="Code">The code it is refused with under the default options.</param>
/// <param name="Document">The document; the root has a field <c>self</c> of its own type and a field <c>name(text: …)</c>.</param>
public sealed record Bomb(string Name, string Code, string Document)
{
    private const int Many = 20_000;

    /// <summary>Every bomb, each larger than any limit but the size of a document.</summary>
    public static IEnumerable<Bomb> All()
    {
        yield return new("braces", "NESTED_TOO_DEEP", Repeat("{self", 12_000));
        yield return new("inline fragments", "NESTED_TOO_DEEP", "{" + Repeat("...{", 12_000));
        yield return new("lists", "NESTED_TOO_DEEP", "{name(text:" + Repeat("[", 60_000));
        yield return new("objects", "NESTED_TOO_DEEP", "{name(text:" + Repeat("{a:", 20_000));
        yield return new("lists in objects", "NESTED_TOO_DEEP", "{name(text:" + Repeat("[{a:", 15_000));
        yield return new("types", "NESTED_TOO_DEEP", "query($a:" + Repeat("[", 60_000));
        yield return new("defaults", "NESTED_TOO_DEEP", "query($a:Int=" + Repeat("[", 60_000));
        yield return new("directive arguments", "NESTED_TOO_DEEP", "{self@a(b:" + Repeat("[", 60_000));
        yield return new("definition defaults", "NESTED_TOO_DEEP", "type T{a(b:Int=" + Repeat("[", 60_000));
        yield return new("closed braces", "NESTED_TOO_DEEP", Repeat("{self", 5_000) + Repeat("}", 5_000));
        yield return new("fields", "TOO_MANY_TOKENS", "{" + Repeat("name ", 12_000));
        yield return new("same fields", "TOO_MANY_TOKENS", "{" + Repeat("self{name}", 6_000) + "}");
        yield return new("aliases", "TOO_MANY_ALIASES", "{" + Numbered("a{0}:name ", 600) + "}");
        yield return new("arguments", "TOO_MANY_TOKENS", "{name(" + Numbered("a{0}:1 ", 6_000));
        yield return new("variables", "TOO_MANY_TOKENS", "query(" + Numbered("$a{0}:Int ", 5_000));
        yield return new("directives", "TOO_MANY_TOKENS", "{name" + Repeat("@a", Many));
        yield return new("directives at one place", "TOO_MANY_DIRECTIVES", "{name" + Repeat("@skip(if:false)", 200) + "}");
        yield return new("operations", "TOO_MANY_TOKENS", Numbered("query a{0}{{name}}", 3_000));
        yield return new("fragments", "TOO_MANY_TOKENS", "{name}" + Numbered("fragment a{0} on Root{{name}}", 2_000));
        yield return new("union members", "TOO_MANY_TOKENS", "union A=" + Repeat("|a", Many));
        yield return new("one long string", "DOCUMENT_TOO_LARGE", "{name(text:\"" + Repeat("x", 1_000_000) + "\")}");
        yield return new("escapes", "DOCUMENT_TOO_LARGE", "{name(text:\"" + Repeat("\\u0041", 100_000) + "\")}");
        yield return new("open block string", "SYNTAX_ERROR", "{name(text:\"\"\"" + Repeat("\\\"\"\"", 16_000));
        yield return new("open string", "SYNTAX_ERROR", "{name(text:\"" + Repeat("x", 65_000));
        yield return new("long name", "FIELDS_ON_CORRECT_TYPE", "{" + Repeat("x", 65_000) + "}");
        yield return new("long number", "VALUES_OF_CORRECT_TYPE", "{name(text:" + Repeat("1", 65_000) + ")}");
        yield return new("comments", "DOCUMENT_TOO_LARGE", Repeat("#\n", 50_000) + "{name}");
        yield return new("commas", "SYNTAX_ERROR", Repeat(",", 65_000));
        yield return new("marks", "DOCUMENT_TOO_LARGE", Repeat("\uFEFF", 30_000) + "{name}");
        yield return new("spreads that double", "TOO_MANY_FIELDS", "{...F0}" + Numbered("fragment F{0} on Root{{a:self{{...F{1}}} b:self{{...F{1}}}}}", 40) + "fragment F40 on Root{name}");
        yield return new("spreads beside each other", "TOO_MANY_FRAGMENTS", "{...F0}" + Numbered("fragment F{0} on Root{{...F{1} ...F{1}}}", 100) + "fragment F100 on Root{name}");
        yield return new("a chain of fragments", "NESTED_TOO_DEEP", "{...F0}" + Numbered("fragment F{0} on Root{{...F{1}}}", 200) + "fragment F200 on Root{name}");
        yield return new("a circle of fragments", "NO_FRAGMENT_CYCLES", "{...F0}" + Numbered("fragment F{0} on Root{{...F{1}}}", 200) + "fragment F200 on Root{...F0}");
        yield return new("every fragment in every other", "NO_FRAGMENT_CYCLES", "{...F0}" + string.Concat(Enumerable.Range(0, 25).Select(i => $"fragment F{i} on Root{{{string.Concat(Enumerable.Range(0, 25).Select(j => $"...F{j} "))}}}")));
        yield return new("overlapping fields", "TOO_DEEP", "{" + Repeat("self{", 24) + Repeat("name ", 1_500) + Repeat("}", 25));
        yield return new("conflicts", "OVERLAPPING_FIELDS_CAN_BE_MERGED", "{" + Numbered("name(text:\"{0}\")", 330) + "}");
        yield return new("nested conflicts", "OVERLAPPING_FIELDS_CAN_BE_MERGED", "{" + Numbered("self{{self{{name(text:\"{0}\")}}}}", 160) + "}");
        yield return new("introspection", "INTROSPECTION_TOO_DEEP", "{__schema{types{" + Repeat("fields{type{", 5) + "name" + Repeat("}", 13));
        yield return new("wrong names", "FIELDS_ON_CORRECT_TYPE", "{" + Numbered("b{0} ", 1_900) + "}");
        yield return new("not UTF-8 between braces", "SYNTAX_ERROR", "{\u0000");
    }

    public override string ToString() => Name;

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Numbered(string format, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(i => string.Format(CultureInfo.InvariantCulture, format, i, i + 1)));
}
