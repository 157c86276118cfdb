using System.Globalization;
using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Types;

/// <content>The scalars to HotChocolate's names.</content>
public static partial class Scalars
{
    private const string Specification = "https://scalars.graphql.org/chillicream/";

    /// <summary><c>Long</c>: <see cref="long"/>, written as a number.</summary>
    public static ScalarType<long> Long { get; } = new(
        "Long",
        (output, value) => output.WriteNumber(value),
        (ScalarInput input, out long value) =>
        {
            value = 0;
            return input.Kind == ScalarInputKind.Integer
                && long.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        },
        "The `Long` scalar type represents a signed 64-bit integer.",
        Specification + "long.html",
        convert: (object value, out long converted) =>
        {
            var fits = value is int or short or byte;
            converted = fits ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
            return fits;
        });

    /// <summary><c>Decimal</c>: <see cref="decimal"/>, written as a number; exact, so right for prices.</summary>
    public static ScalarType<decimal> Decimal { get; } = new(
        "Decimal",
        (output, value) => output.WriteNumber(value),
        (ScalarInput input, out decimal value) =>
        {
            value = 0;
            return input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float
                && decimal.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        },
        "The `Decimal` scalar type represents a decimal floating-point number with high precision.",
        Specification + "decimal.html",
        convert: (object value, out decimal converted) =>
        {
            var fits = value is int or long or short or byte;
            converted = fits ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : 0;
            return fits;
        });

    /// <summary><c>UUID</c>: <see cref="Guid"/>, written with hyphens.</summary>
    public static ScalarType<Guid> Uuid { get; } = new(
        "UUID",
        (output, value) => output.WriteQuoted(value, "D"),
        (ScalarInput input, out Guid value) =>
        {
            value = default;
            return input.Kind == ScalarInputKind.String && Guid.TryParse(input.Text, CultureInfo.InvariantCulture, out value);
        },
        "The `UUID` scalar type represents a Universally Unique Identifier (UUID) as defined by RFC 9562.",
        Specification + "uuid.html");

    /// <summary><c>URI</c>: <see cref="System.Uri"/>, absolute or relative.</summary>
    public static ScalarType<Uri> Uri { get; } = UriScalar("URI", UriKind.RelativeOrAbsolute, Specification + "uri.html");

    /// <summary><c>URL</c>: <see cref="System.Uri"/>, absolute on input.</summary>
    public static ScalarType<Uri> Url { get; } = UriScalar("URL", UriKind.Absolute, Specification + "url.html");

    /// <summary><c>Any</c>: <see cref="JsonElement"/>, any JSON value.</summary>
    public static ScalarType<JsonElement> Any { get; } = new(
        "Any",
        (output, value) =>
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                output.WriteNull();
                return;
            }

            output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value));
        },
        (ScalarInput input, out JsonElement value) =>
        {
            value = input.ToJson();
            return true;
        },
        "The `Any` scalar type represents any valid JSON value.",
        Specification + "any.html");

    private static ScalarType<Uri> UriScalar(string name, UriKind kind, string specification) => new(
        name,
        (output, value) => output.WriteString(value.OriginalString),
        (ScalarInput input, out Uri value) =>
        {
            value = null!;
            var fits = input.Kind == ScalarInputKind.String && System.Uri.TryCreate(input.Text, kind, out value!);
            return fits;
        },
        $"The `{name}` scalar type represents a Uniform Resource Identifier (URI) as defined by RFC 3986.",
        specification,
        convert: (object value, out Uri converted) =>
        {
            converted = null!;
            return value is string text && System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out converted!);
        });
}
