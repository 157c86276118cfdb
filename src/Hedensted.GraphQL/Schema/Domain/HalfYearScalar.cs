using Hedensted.Bibliotek.Engagement;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A half-year as one text, so that it fits into a variable, an address and a file name.</summary>
internal static class HalfYearScalar
{
    public static ScalarType<HalfYear> Type { get; } = new(
        "HalfYear",
        (output, value) => output.WriteString(value.ToString()),
        (ScalarInput input, out HalfYear value) =>
        {
            value = default;
            return input.Kind == ScalarInputKind.String && HalfYear.TryParse(input.Text, out value);
        },
        "A half-year of a year, as Statistics Denmark writes it: `2026H1` is January to June 2026, `2026H2` July to December.");
}
