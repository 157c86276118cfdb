namespace Hedensted.Cms.Site;

/// <summary>What a citizen searches for, read from the address and written to it; unknown values are left out.</summary>
public sealed record SiteSearch
{
    /// <summary>Where the search stands.</summary>
    public const string Path = "/soeg";

    /// <summary>Found documents on one page.</summary>
    public const int PageSize = 20;

    /// <summary>The kinds: the API's name → the address's, what many of them are called, and one.</summary>
    public static readonly IReadOnlyList<(string Value, string Word, string Many, string One)> Kinds =
    [
        ("EVENT", "arrangementer", "Arrangementer", "Arrangement"),
        ("DIALOGUE_MEETING", "dialogmoeder", "Dialogmøder", "Dialogmøde"),
        ("STRATEGY", "strategi", "Strategi", "Strategi"),
        ("PLACE", "steder", "Steder", "Sted"),
        ("PAGE", "sider", "Andre sider", "Side"),
    ];

    /// <summary>The words; null when none were typed.</summary>
    public string? Words { get; init; }

    /// <summary>Only this kind, as the API names it.</summary>
    public string? Kind { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>Reads <c>?q&amp;slags&amp;efter</c>.</summary>
    public static SiteSearch Read(IQueryCollection query) => new()
    {
        Words = Word(query["q"]),
        Kind = Kinds.FirstOrDefault(kind => kind.Word == query["slags"]).Value,
        After = Word(query["efter"]),
    };

    /// <summary>The address of this search, or of the same with other words, another kind or another place to go on from.</summary>
    public string Address(string? words, string? kind, string? after = null)
    {
        var address = QueryString.Create("q", words ?? "");
        address = Kinds.FirstOrDefault(other => other.Value == kind).Word is { } word ? address.Add("slags", word) : address;
        return Path + (after is null ? address : address.Add("efter", after)).ToUriComponent();
    }

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, 200)];
}
