using System.ComponentModel.DataAnnotations;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Settings of what nodes share through Redis; in configuration under <c>Hedensted:Cache</c>. The address is <c>ConnectionStrings:redis</c>.</summary>
public sealed class SharedAnswerOptions
{
    internal const string Section = "Hedensted:Cache";

    /// <summary>What every key begins with, so that a Redis can be shared with others. Default <c>hedensted</c>.</summary>
    [Required(AllowEmptyStrings = false)]
    [RegularExpression("^[A-Za-z0-9._-]{1,64}$", ErrorMessage = "Hedensted:Cache:Prefix: letters, digits, '.', '_' and '-', at most 64.")]
    public string Prefix { get; set; } = "hedensted";

    /// <summary>How long Redis may take to answer. Default 50 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:05")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Answers that are made sooner than this are made on each node. Default 1 millisecond.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Worthwhile { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>How long Redis keeps what nobody asks for. Default an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestLife { get; set; } = TimeSpan.FromHours(1);
}
