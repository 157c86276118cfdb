using System.Text;
using System.Xml;

namespace Hedensted.GraphQL.Feeds.Rss;

/// <summary>Text that may stand in XML at all: some characters may not, not even escaped (<see href="https://www.w3.org/TR/xml/#charsets">XML 1.0 §2.2</see>).</summary>
internal static class XmlText
{
    /// <summary>The text without them.</summary>
    public static string Allowed(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            var allowed = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)))
            {
                allowed.Append(rune.ToString());
            }

            return allowed.ToString();
        }
    }
}
