using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;
using NodaTime;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Writes values in the shapes of the property editors.</summary>
internal sealed class ExampleValues
{
    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private readonly ImmutableArray<PropertyValue>.Builder _values = ImmutableArray.CreateBuilder<PropertyValue>();

    public ExampleValues Set(string alias, object value)
    {
        _values.Add(new PropertyValue(alias, null, null, JsonSerializer.SerializeToElement(value)));
        return this;
    }

    /// <summary>A dropdown (one) or a checkbox list (several).</summary>
    public ExampleValues Choose(string alias, params string[] choices) => Set(alias, choices);

    /// <summary>Rich text of whole paragraphs of plain text; the last says that it is an example.</summary>
    public ExampleValues Describe(params string[] paragraphs) =>
        Set("description", RichText([.. paragraphs, "Dette er et eksempelarrangement."]));

    public ExampleValues FromTo(LocalDate day, LocalTime from, LocalTime to) =>
        Set("startsAt", Moment(day + from)).Set("endsAt", Moment(day + to));

    public ExampleValues Point(string alias, params Guid[] documents) =>
        Set(alias, documents.Select(key => new { type = "document", unique = key.ToString() }));

    /// <summary>Who it is for, what it strengthens and where it is: what every example event says.</summary>
    public ExampleValues For(Guid place, Guid[] focusAreas, params string[] audiences) =>
        Set("place", place.ToString()).Point("focusAreas", focusAreas).Choose("audiences", audiences);

    public ExampleValues Price(string owner, params (string Name, decimal Amount)[] prices) =>
        Blocks("prices", owner, [.. prices.Select(price => Block(BlockTypes.PriceBlock, ("name", price.Name), ("amount", price.Amount)))]);

    /// <summary>A block list; the owner's name makes the blocks' keys.</summary>
    public ExampleValues Blocks(string alias, string owner, params ExampleBlock[] blocks)
    {
        var keyed = blocks.Select((block, index) => (Block: block, Key: ExampleKey.Of($"{owner}/{alias}/{index}").ToString())).ToArray();
        return Set(alias, new Dictionary<string, object>
        {
            ["layout"] = new Dictionary<string, object> { ["Umbraco.BlockList"] = keyed.Select(item => new { contentKey = item.Key }) },
            ["contentData"] = keyed.Select(item => new
            {
                key = item.Key,
                contentTypeKey = item.Block.Type.ToString(),
                values = item.Block.Values.Select(value => new { alias = value.Alias, culture = (string?)null, segment = (string?)null, value = value.Value }),
            }),
            ["settingsData"] = Array.Empty<object>(),
            ["expose"] = keyed.Select(item => new { contentKey = item.Key, culture = (string?)null, segment = (string?)null }),
        });
    }

    public ImmutableArray<PropertyValue> Build() => _values.ToImmutable();

    public static ExampleBlock Block(Guid type, params (string Alias, object Value)[] values) => new(type, values);

    /// <summary>Local wall time; the site's zone is Europe/Copenhagen.</summary>
    public static object Moment(LocalDateTime moment) => new { date = WallTime.Format(moment), timeZone = (string?)null };

    public static object Day(LocalDate day) => new { date = LocalDatePattern.Iso.Format(day), timeZone = (string?)null };

    private static object RichText(IEnumerable<string> paragraphs) => new
    {
        markup = string.Concat(paragraphs.Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>")),
        blocks = new { layout = new { }, contentData = Array.Empty<object>(), settingsData = Array.Empty<object>(), expose = Array.Empty<object>() },
    };
}

/// <summary>A block of a block list.</summary>
internal sealed record ExampleBlock(Guid Type, IReadOnlyList<(string Alias, object Value)> Values);
