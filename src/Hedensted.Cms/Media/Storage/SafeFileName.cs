using System.Globalization;
using System.Text;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Turns what an editor calls a file into a name that every file system and address can carry.</summary>
internal static class SafeFileName
{
    private const int LongestStem = 100;

    private static readonly HashSet<string> DeviceNames = new(StringComparer.Ordinal)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>The name without any folder, whichever kind of slash it came with.</summary>
    public static string WithoutFolder(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The extension in lower case without its dot; empty when there is none.</summary>
    public static string ExtensionOf(string fileName)
    {
        var name = WithoutFolder(fileName);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].Trim().ToLowerInvariant();
    }

    /// <summary>E.g. <c>Rødgrød på Ærø!.JPG</c> → <c>roedgroed-paa-aeroe.jpg</c>. The extension must be a known one.</summary>
    public static string From(string fileName, string extension)
    {
        var name = WithoutFolder(fileName);
        var dot = name.LastIndexOf('.');
        var stem = Plain(dot < 0 ? name : name[..dot]);
        return stem.Length == 0 || DeviceNames.Contains(stem) ? $"fil.{extension}" : $"{stem}.{extension}";
    }

    private static string Plain(string text)
    {
        var result = new StringBuilder();
        foreach (var character in Danish(text.ToLowerInvariant()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                result.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        if (result.Length > LongestStem)
        {
            result.Length = LongestStem;
        }

        return result.ToString().Trim('-');
    }

    // Replaced before accents are taken off, or å would become a; a Mac writes å as a letter and a ring, hence the composing first.
    private static string Danish(string text)
    {
        var composed = string.Concat(text.Where(character => !char.IsSurrogate(character))).Normalize(NormalizationForm.FormC);
        return composed
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal);
    }
}
