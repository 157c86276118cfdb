using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Cms.Tests.Architecture;

namespace Hedensted.Cms.Tests.Developers;

/// <summary>A query of docs/api.md.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Text">The document.</param>
/// <param name="Variables">What stands in the JSON below it.</param>
/// <param name="Fails">The code of the error that it shows; null when it is answered.</param>
public sealed record GuideQuery(int Line, string Text, JsonElement? Variables, string? Fails)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}";
}

/// <summary>Reads docs/api.md.</summary>
internal static partial class ApiGuide
{
    private static string Path => System.IO.Path.Combine(RepositoryRoot.Path, "docs", "api.md");

    /// <summary>Every query: fenced as graphql, in a curl command, or in a script.</summary>
    public static IEnumerable<GuideQuery> Queries()
    {
        var page = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var fences = Fence().Matches(page);
        for (var i = 0; i < fences.Count; i++)
        {
            var (kind, words, text) = (fences[i].Groups["kind"].Value, fences[i].Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), fences[i].Groups["text"].Value);
            var line = page.AsSpan(0, fences[i].Index).Count('\n') + 1;
            switch (kind)
            {
                case "graphql":
                    var below = i + 1 < fences.Count && fences[i + 1].Groups["kind"].Value == "json" ? fences[i + 1].Groups["text"].Value : null;
                    yield return new GuideQuery(line, text, below is null ? null : JsonSerializer.Deserialize<JsonElement>(below), words is ["fails", var code] ? code : null);
                    break;
                case "sh" when Body().Match(text) is { Success: true } body:
                    yield return new GuideQuery(line, JsonSerializer.Deserialize<JsonElement>(body.Groups[1].Value).GetProperty("query").GetString()!, null, null);
                    break;
                case "sh" when QueryString().Match(text) is { Success: true } query:
                    yield return new GuideQuery(line, query.Groups[1].Value, null, null);
                    break;
                case "js":
                    yield return new GuideQuery(
                        line,
                        Template().Match(text).Groups[1].Value,
                        JsonSerializer.Deserialize<JsonElement>(Quoted().Replace(ScriptVariables().Match(text).Groups[1].Value, "\"$1\":")),
                        null);
                    break;
            }
        }
    }

    [GeneratedRegex("^```(?<kind>\\w+)(?<words>[^\\n]*)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("-d '(.*)'")]
    private static partial Regex Body();

    [GeneratedRegex("'query=(.*)'")]
    private static partial Regex QueryString();

    [GeneratedRegex("query = `([^`]*)`")]
    private static partial Regex Template();

    [GeneratedRegex("variables: (\\{[^}]*\\})")]
    private static partial Regex ScriptVariables();

    [GeneratedRegex("(\\w+):")]
    private static partial Regex Quoted();
}
