using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Writes values in the shapes of the property editors.</summary>
internal sealed class ExampleValues
{
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
    public ExampleValues Blocks(string alias, string owner, params WrittenBlock[] blocks) =>
        Set(alias, WrittenValue.Blocks(blocks, index => ExampleKey.Of($"{owner}/{alias}/{index}")));

    public ImmutableArray<PropertyValue> Build() => _values.ToImmutable();

    public static WrittenBlock Block(Guid type, params (string Alias, object Value)[] values) => new(type, values);

    /// <summary>Local wall time; the site's zone is Europe/Copenhagen.</summary>
    public static object Moment(LocalDateTime moment) => WrittenValue.Moment(moment);

    public static object Day(LocalDate day) => WrittenValue.Day(day);

    private static object RichText(IEnumerable<string> paragraphs) =>
        WrittenValue.RichText(string.Concat(paragraphs.Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>")));
}
