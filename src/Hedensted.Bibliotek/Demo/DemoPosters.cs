using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Bibliotek.Demo;

/// <summary>The few pictures that demo events share: drawings that need no files of others.</summary>
public static class DemoPosters
{
    internal const int Count = 12;

    private static readonly string[] Colours = ["#0b4f4a", "#8a1c4a", "#7a4b00", "#1d3f8f"];

    /// <summary>Each picture's address on the site and its SVG text.</summary>
    public static IEnumerable<(string Url, string Svg)> All() => Enumerable.Range(0, Count).Select(index => (UrlOf(index), SvgOf(index)));

    internal static Guid KeyOf(int index) => DemoRandom.KeyOf(string.Create(CultureInfo.InvariantCulture, $"poster/{index}"));

    internal static SiteNode NodeOf(int index, Guid type, DateTimeOffset created) => new()
    {
        Key = KeyOf(index),
        Kind = NodeKind.Media,
        ContentTypeKey = type,
        SortOrder = index,
        CreateDate = created,
        IsExample = true,
        Content = new NodeContent
        {
            Names = [new VariantName(null, string.Create(CultureInfo.InvariantCulture, $"Plakat {index + 1}"))],
            Values =
            [
                new PropertyValue("umbracoFile", null, null, JsonSerializer.SerializeToElement(new { src = UrlOf(index) })),
                new PropertyValue("umbracoExtension", null, null, JsonSerializer.SerializeToElement("svg")),
                new PropertyValue("umbracoBytes", null, null, JsonSerializer.SerializeToElement(System.Text.Encoding.UTF8.GetByteCount(SvgOf(index)))),
            ],
        },
    };

    private static string UrlOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/media/{0xde3000 + index:x10}/plakat-{index + 1}.svg");

    private static string SvgOf(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><path fill="{Colours[index % Colours.Length]}" d="M0 0h1600v900H0z"/><circle cx="{200 + (100 * index)}" cy="450" r="{120 + (20 * index)}" fill="#f6f4ef"/></svg>""");
}
