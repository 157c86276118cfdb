using System.Globalization;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>The scalars every schema knows, and the common ones to HotChocolate's names.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars">Built-in scalars</see>.</remarks>
public static partial class Scalars
{
    /// <summary><c>Int</c>: <see cref="int"/>; resolvers may also answer with smaller integers, or a long within range.</summary>
    public static ScalarType<int> Int { get; } = new(
        "Int",
        (output, value) => output.WriteNumber(value),
        TryInt,
        "The `Int` scalar type represents non-fractional signed whole numeric values between -(2^31) and 2^31 - 1.",
        convert: (object value, out int converted) =>
        {
            converted = 0;
            switch (value)
            {
                case byte or sbyte or short or ushort:
                    converted = Convert.ToInt32(value, CultureInfo.InvariantCulture);
                    return true;
                case long number and >= int.MinValue and <= int.MaxValue:
                    converted = (int)number;
                    return true;
                default:
                    return false;
            }
        });

    /// <summary><c>Float</c>: <see cref="double"/>; resolvers may also answer with any other number.</summary>
    public static ScalarType<double> Float { get; } = new(
        "Float",
        (output, value) =>
        {
            if (!double.IsFinite(value))
            {
                throw new GraphQLException("The value is not a finite number and cannot be given as Float.", "INVALID_VALUE");
            }

            output.WriteNumber(value);
        },
        (ScalarInput input, out double value) =>
        {
            value = 0;
            return input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float
                && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                && double.IsFinite(value);
        },
        "The `Float` scalar type represents signed double-precision fractional values as specified by IEEE 754.",
        convert: (object value, out double converted) =>
        {
            var fits = value is float or decimal or int or long or short or byte;
            converted = fits ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : 0;
            return fits;
        });

    /// <summary><c>String</c>: <see cref="string"/>.</summary>
    public static ScalarType<string> String { get; } = new(
        "String",
        (output, value) => output.WriteString(value),
        (ScalarInput input, out string value) =>
        {
            value = input.Text;
            return input.Kind == ScalarInputKind.String;
        },
        "The `String` scalar type represents textual data, as UTF-8 character sequences.");

    /// <summary><c>Boolean</c>: <see cref="bool"/>.</summary>
    public static ScalarType<bool> Boolean { get; } = new(
        "Boolean",
        (output, value) => output.WriteBoolean(value),
        (ScalarInput input, out bool value) =>
        {
            value = input.Text == "true";
            return input.Kind == ScalarInputKind.Boolean;
        },
        "The `Boolean` scalar type represents `true` or `false`.");

    /// <summary><c>ID</c>: <see cref="string"/>; resolvers may also answer with an integer or a <see cref="Guid"/>.</summary>
    public static ScalarType<string> Id { get; } = new(
        "ID",
        (output, value) => output.WriteString(value),
        (ScalarInput input, out string value) =>
        {
            value = input.Text;
            if (input is { Kind: ScalarInputKind.Float, IsVariable: true } && TryWhole(input, out var number))
            {
                value = number.ToString(CultureInfo.InvariantCulture);
                return true;
            }

            return input.Kind is ScalarInputKind.String or ScalarInputKind.Integer;
        },
        "The `ID` scalar type represents a unique identifier. It is written as a String and is not meant to be read by people.",
        convert: (object value, out string converted) =>
        {
            converted = value switch
            {
                int or long or short or byte => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                Guid key => key.ToString("D"),
                _ => "",
            };
            return converted.Length > 0;
        });

    private static bool TryInt(ScalarInput input, out int value)
    {
        value = 0;
        if (input.Kind == ScalarInputKind.Integer)
        {
            return int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }

        if (input is not { Kind: ScalarInputKind.Float, IsVariable: true } || !TryWhole(input, out var number) || number is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int)number;
        return true;
    }

    // JSON has one kind of number: 1.0 and 1e0 are the integer 1 there, but not in a document.
    private static bool TryWhole(ScalarInput input, out long value)
    {
        value = 0;
        if (!double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Truncate(number) != number
            || Math.Abs(number) > 1L << 53)
        {
            return false;
        }

        value = (long)number;
        return true;
    }
}
