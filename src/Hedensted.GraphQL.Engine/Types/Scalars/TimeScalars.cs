using System.Globalization;

namespace Hedensted.GraphQL.Engine.Types;

/// <content>Dates and times.</content>
public static partial class Scalars
{
    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd't'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd't'HH:mm:ss.FFFFFFF'z'",
    ];

    /// <summary><c>DateTime</c>: <see cref="DateTimeOffset"/>, or a UTC <see cref="System.DateTime"/> from a resolver.</summary>
    /// <remarks>Written with up to seven digits of fraction without trailing zeros, UTC as <c>Z</c>. An offset is required on input.</remarks>
    public static ScalarType<DateTimeOffset> DateTime { get; } = new(
        "DateTime",
        (output, value) => output.WriteQuoted(
            value, value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"),
        (ScalarInput input, out DateTimeOffset value) =>
        {
            value = default;
            return input.Kind == ScalarInputKind.String && DateTimeOffset.TryParseExact(
                input.Text, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
        },
        "The `DateTime` scalar type represents a date and time with time zone offset information.",
        Specification + "date-time.html",
        convert: (object value, out DateTimeOffset converted) =>
        {
            var fits = value is System.DateTime { Kind: DateTimeKind.Utc };
            converted = fits ? new DateTimeOffset((System.DateTime)value) : default;
            return fits;
        });

    /// <summary><c>LocalDate</c>: <see cref="DateOnly"/>, written <c>2026-11-22</c>.</summary>
    public static ScalarType<DateOnly> LocalDate { get; } = new(
        "LocalDate",
        (output, value) => output.WriteQuoted(value, "yyyy-MM-dd"),
        (ScalarInput input, out DateOnly value) =>
        {
            value = default;
            return input.Kind == ScalarInputKind.String
                && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        },
        "The `LocalDate` scalar type represents a date without time or time zone information.",
        Specification + "local-date.html");

    /// <summary><c>LocalTime</c>: <see cref="TimeOnly"/>, written <c>14:30:00</c>.</summary>
    public static ScalarType<TimeOnly> LocalTime { get; } = new(
        "LocalTime",
        (output, value) => output.WriteQuoted(value, "HH:mm:ss.FFFFFFF"),
        (ScalarInput input, out TimeOnly value) =>
        {
            value = default;
            return input.Kind == ScalarInputKind.String
                && TimeOnly.TryParseExact(input.Text, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        },
        "The `LocalTime` scalar type represents a time of day without date or time zone information.",
        Specification + "local-time.html");
}
