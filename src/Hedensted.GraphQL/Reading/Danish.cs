using System.Globalization;

namespace Hedensted.GraphQL.Reading;

/// <summary>The order that Danes expect: æ, ø, å last.</summary>
internal static class Danish
{
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true);
}
