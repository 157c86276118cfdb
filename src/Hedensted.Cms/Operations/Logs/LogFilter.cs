using System.Globalization;
using System.Text.RegularExpressions;

namespace Hedensted.Cms.Operations.Logs;

/// <summary>What the log viewer searches for: plain words, or the part of Serilog's expressions that Umbraco's editors use.</summary>
/// <remarks>
/// <c>@Level = 'Error'</c>, <c>Has(@Exception)</c>, <c>StartsWith(SourceContext, 'Hedensted')</c>, <c>Path like '%media%'</c>, with <c>and</c>, <c>or</c>,
/// <c>Not(…)</c> and brackets. What is no such expression is looked for in the message, as Umbraco does.
/// </remarks>
internal static partial class LogFilter
{
    private const int Longest = 1_000;
    private const int Deepest = 20;

    /// <summary>The lines that this text means; null or empty means all.</summary>
    public static Predicate<LogEntry> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return _ => true;
        }

        var wanted = text.Length > Longest ? text[..Longest] : text;
        return new Reader(wanted).ReadAll() ?? (entry => Contains(entry.Message, wanted.Trim()));
    }

    /// <summary>Umbraco's name of a level.</summary>
    public static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "Verbose",
        LogLevel.Debug => "Debug",
        LogLevel.Warning => "Warning",
        LogLevel.Error => "Error",
        LogLevel.Critical => "Fatal",
        _ => "Information",
    };

    private static string? ValueOf(LogEntry entry, string name) => name.ToUpperInvariant() switch
    {
        "@LEVEL" or "@L" => NameOf(entry.Level),
        "@MESSAGE" or "@M" => entry.Message,
        "@MESSAGETEMPLATE" or "@MT" => entry.Template,
        "@EXCEPTION" or "@X" => entry.Exception,
        "SOURCECONTEXT" => entry.Category,
        _ => entry.Properties.FirstOrDefault(property => string.Equals(property.Key, name, StringComparison.OrdinalIgnoreCase)).Value,
    };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Like(string text, string pattern) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    [GeneratedRegex("""\s*(?:(?<text>'(?:[^']|'')*')|(?<word>@?[A-Za-z_][\w.]*)|(?<number>-?\d+(?:\.\d+)?)|(?<sign><>|!=|<=|>=|[=<>(),]))""", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    private sealed class Reader
    {
        private readonly List<string> _tokens = [];
        private readonly bool _readable;
        private int _at;
        private int _depth;

        public Reader(string text)
        {
            var end = 0;
            foreach (var match in Token().Matches(text).Where(match => match.Success))
            {
                if (match.Index != end)
                {
                    break;
                }

                _tokens.Add(match.Value.Trim());
                end = match.Index + match.Length;
            }

            _readable = _tokens.Count > 1 && text[end..].Trim().Length == 0;
        }

        /// <summary>The whole expression; null when it is none.</summary>
        public Predicate<LogEntry>? ReadAll() => _readable && Either() is { } filter && _at == _tokens.Count ? filter : null;

        private Predicate<LogEntry>? Either()
        {
            var left = Both();
            while (left is not null && Take("or"))
            {
                var (first, second) = (left, Both());
                left = second is null ? null : entry => first(entry) || second(entry);
            }

            return left;
        }

        private Predicate<LogEntry>? Both()
        {
            var left = One();
            while (left is not null && Take("and"))
            {
                var (first, second) = (left, One());
                left = second is null ? null : entry => first(entry) && second(entry);
            }

            return left;
        }

        private Predicate<LogEntry>? One()
        {
            if (++_depth > Deepest)
            {
                return null;
            }

            var filter = Take("not") ? One() is { } inner ? entry => !inner(entry) : null
                : Take("(") ? Either() is { } within && Take(")") ? within : null
                : Next() is { } name && IsWord(name) ? Take("(") ? Call(name) : Comparison(name)
                : null;
            _depth--;
            return filter;
        }

        private Predicate<LogEntry>? Call(string function)
        {
            if (Next() is not { } name || !IsWord(name))
            {
                return null;
            }

            if (string.Equals(function, "Has", StringComparison.OrdinalIgnoreCase))
            {
                return Take(")") ? entry => ValueOf(entry, name) is not null : null;
            }

            if (!Take(",") || Next() is not { } second || Literal(second) is not { } part || !Take(")"))
            {
                return null;
            }

            return function.ToUpperInvariant() switch
            {
                "STARTSWITH" => entry => ValueOf(entry, name)?.StartsWith(part, StringComparison.OrdinalIgnoreCase) == true,
                "ENDSWITH" => entry => ValueOf(entry, name)?.EndsWith(part, StringComparison.OrdinalIgnoreCase) == true,
                "CONTAINS" => entry => ValueOf(entry, name) is { } value && Contains(value, part),
                _ => null,
            };
        }

        private Predicate<LogEntry>? Comparison(string name)
        {
            if (Next() is not { } sign || Next() is not { } second || Literal(second) is not { } wanted)
            {
                return null;
            }

            return sign.ToUpperInvariant() switch
            {
                "=" => entry => string.Equals(ValueOf(entry, name), wanted, StringComparison.OrdinalIgnoreCase),
                "<>" or "!=" => entry => !string.Equals(ValueOf(entry, name), wanted, StringComparison.OrdinalIgnoreCase),
                "LIKE" => entry => ValueOf(entry, name) is { } value && Like(value, wanted),
                "<" => Ordered(name, wanted, order => order < 0),
                "<=" => Ordered(name, wanted, order => order <= 0),
                ">" => Ordered(name, wanted, order => order > 0),
                ">=" => Ordered(name, wanted, order => order >= 0),
                _ => null,
            };
        }

        private static Predicate<LogEntry>? Ordered(string name, string wanted, Predicate<int> holds) => Number(wanted) is { } limit
            ? entry => Number(ValueOf(entry, name)) is { } value && holds(value.CompareTo(limit))
            : null;

        private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

        private static bool IsWord(string token) => token[0] is '@' or '_' || char.IsLetter(token[0]);

        private static string? Literal(string token) => token[0] == '\'' ? token[1..^1].Replace("''", "'", StringComparison.Ordinal)
            : Number(token) is not null ? token
            : null;

        private string? Next() => _at < _tokens.Count ? _tokens[_at++] : null;

        private bool Take(string token)
        {
            var found = _at < _tokens.Count && string.Equals(_tokens[_at], token, StringComparison.OrdinalIgnoreCase);
            _at += found ? 1 : 0;
            return found;
        }
    }
}
