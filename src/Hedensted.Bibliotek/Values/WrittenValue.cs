using NodaTime;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Values;

/// <summary>Values in the shapes that the property editors read and write, ready to be made JSON of.</summary>
internal static class WrittenValue
{
    private static readonly LocalDateTimePattern WallTimes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>Local wall time; the site's zone is Europe/Copenhagen.</summary>
    public static object Moment(LocalDateTime moment) => new { date = WallTimes.Format(moment), timeZone = (string?)null };

    /// <summary>A day.</summary>
    public static object Day(LocalDate day) => new { date = LocalDatePattern.Iso.Format(day), timeZone = (string?)null };

    /// <summary>Rich text without blocks.</summary>
    public static object RichText(string markup) => new
    {
        markup,
        blocks = new { layout = new { }, contentData = Array.Empty<object>(), settingsData = Array.Empty<object>(), expose = Array.Empty<object>() },
    };

    /// <summary>A block list.</summary>
    /// <param name="blocks">In their order.</param>
    /// <param name="keyOf">Each block's key, by its place in the order.</param>
    public static object Blocks(IEnumerable<WrittenBlock> blocks, Func<int, Guid> keyOf)
    {
        var keyed = blocks.Select((block, index) => (Block: block, Key: keyOf(index).ToString())).ToArray();
        return new Dictionary<string, object>
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
        };
    }
}

/// <summary>A block of a block list.</summary>
internal sealed record WrittenBlock(Guid Type, params IReadOnlyList<(string Alias, object Value)> Values);
