using System.Globalization;
using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>The older date picker: local time without a zone, a space on the wire and a <c>T</c> in files.</summary>
internal sealed class DateTimeConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) =>
        SiteJson.AsText(wire) is { Length: > 0 } text && TryParse(text, out var date)
            ? JsonValue.Create(date.ToString("s", CultureInfo.InvariantCulture))
            : SiteJson.AsText(wire) is "" ? null : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        var text = SiteJson.AsText(stored)?.Trim() ?? throw new FormatException("Værdien skal være en dato.");
        return text.Length == 0 ? null
            : TryParse(text, out var date) ? JsonValue.Create(date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            : throw new FormatException($"«{text}» er ikke en dato; skriv den som 2026-12-24T19:00:00.");
    }

    // Local wall time has no zone: an offset that is there anyway is dropped, not converted.
    private static bool TryParse(string text, out DateTime date)
    {
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        date = value.DateTime;
        return read;
    }
}

/// <summary>The newer date and time editors: the moment with an offset in files, only what the editor shows on the wire.</summary>
/// <param name="format">How this editor shows the moment.</param>
internal sealed class ZonedDateConverter(string format) : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (wire is not JsonObject value)
        {
            return SiteJson.AsText(wire) is "" ? null : wire.DeepClone();
        }

        var text = SiteJson.AsText(value.Member("date"));
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryParse(text, out var date)
            ? new JsonObject { ["date"] = Iso(date), ["timeZone"] = value.Member("timeZone")?.DeepClone() }
            : wire.DeepClone();
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        var node = SiteJson.Expand(stored);
        var text = (node is JsonObject value ? SiteJson.AsText(value.Member("date")) : SiteJson.AsText(node)) ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        return TryParse(text, out var date)
            ? new JsonObject { ["date"] = date.ToString(format, CultureInfo.InvariantCulture), ["timeZone"] = (node as JsonObject)?.Member("timeZone")?.DeepClone() }
            : throw new FormatException($"«{text}» er ikke en dato; skriv den som 2026-12-24T19:00:00+01:00.");
    }

    // As text, so that the plus sign is escaped like every other text's.
    private static string Iso(DateTimeOffset date) =>
        date.ToString(date.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "O", CultureInfo.InvariantCulture);

    private bool TryParse(string text, out DateTimeOffset date)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
        {
            return false;
        }

        if (format.StartsWith("HH", StringComparison.Ordinal))
        {
            // A time of day has no date; without this it would be stored with today's, and change from day to day.
            date = new DateTimeOffset(DateOnly.MinValue, TimeOnly.FromDateTime(date.DateTime), TimeSpan.Zero);
        }

        return true;
    }
}
