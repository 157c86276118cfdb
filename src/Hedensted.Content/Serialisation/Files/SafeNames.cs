using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;

namespace Hedensted.Content.Serialisation.Files;

/// <summary>Names of files and path segments, as uSync makes them on Windows, on every platform.</summary>
internal static class SafeNames
{
    private const string Extension = ".config";
    private const string InvalidOnWindows = "<>:\"/\\|?*";

    private static readonly DefaultShortStringHelper Strings =
        new(new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings()));

    /// <summary>For names of people's things: «Soup of the day» → <c>soup-of-the-day</c>.</summary>
    public static string SafeFile(string name) =>
        Strings.CleanStringForSafeFileName(string.Concat(name.Select(letter => letter < ' ' || InvalidOnWindows.Contains(letter, StringComparison.Ordinal) ? '-' : letter)));

    /// <summary>For data types and path segments: «Label (bigint)» → <c>LabelBigint</c>.</summary>
    public static string SafeAlias(string name) => Strings.CleanStringForSafeAlias(name);

    /// <summary>The alias of a tab or group, as Umbraco makes it: «Tid og sted» → <c>tidOgSted</c>.</summary>
    public static string ContainerAlias(string name) =>
        Strings.CleanStringForSafeAlias(name) is { Length: > 0 } alias ? char.ToLowerInvariant(alias[0]) + alias[1..] : "generic";

    /// <summary>Eight characters of a key, for the second of two items with the same name.</summary>
    public static string Short8(Guid key) => GuidUtils.ToBase32String(key, 8);

    /// <summary>The file names an item may have: the first unless it is taken.</summary>
    public static (string Plain, string Suffixed) FileNames(string name, Guid key) =>
        (Allowed(name) + Extension, $"{name}_{Short8(key)}{Extension}");

    // A web server must not take a file for its own settings.
    private static string Allowed(string name) => name is "app" or "web" ? $"__{name}__" : name;

    /// <summary>The key that uSync gives a language: a hash of its ISO code.</summary>
    public static Guid LanguageKey(string isoCode)
    {
        unchecked
        {
            var even = (5381 << 16) + 5381;
            var odd = even;
            for (var i = 0; i < isoCode.Length; i += 2)
            {
                even = ((even << 5) + even) ^ isoCode[i];
                if (i + 1 < isoCode.Length)
                {
                    odd = ((odd << 5) + odd) ^ isoCode[i + 1];
                }
            }

            return new Guid(even + (odd * 1566083941), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }
}
