using System.Globalization;

namespace Hedensted.GraphQL.Caching;

/// <summary>Reads <c>Accept-Encoding</c>; see <see href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110 §12.5.3</see>.</summary>
internal static class AcceptedEncodings
{
    /// <summary>Whether a client takes this encoding: it is named and not with weight 0. A <c>*</c> alone is no reason to compress.</summary>
    public static bool Takes(ReadOnlySpan<char> header, ReadOnlySpan<char> encoding)
    {
        foreach (var range in header.Split(','))
        {
            var item = header[range];
            var end = item.IndexOf(';');
            var name = (end < 0 ? item : item[..end]).Trim();
            if (name.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return end < 0 || !IsZero(item[(end + 1)..].Trim());
            }
        }

        return false;
    }

    private static bool IsZero(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
        && weight == 0;
}
