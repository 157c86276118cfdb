using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>A property's own pattern, run so that no pattern and no value can hold a request up.</summary>
internal static class PatternRule
{
    private const string DefaultMessage = "Indholdet har ikke den rigtige form";
    private const int KeptPatterns = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static void Check(Field field, EditorRule rule)
    {
        // A pattern that cannot be read is the webmaster's mistake, which an editor must not be locked out by.
        if (field.Property.RegEx.Length > 0 && PatternOf(field.Property.RegEx) is { } pattern && !rule.Texts(field.Value).All(text => Matches(pattern, text)))
        {
            field.Report(field.Property.RegExMessage is { Length: > 0 } message ? message : DefaultMessage);
        }
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? PatternOf(string pattern)
    {
        if (Patterns.Count >= KeptPatterns)
        {
            Patterns.Clear();
        }

        return Patterns.GetOrAdd(pattern, Compile);
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience); // looks around or back: the time limit guards it
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
