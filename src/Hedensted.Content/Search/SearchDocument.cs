using System.Collections.Immutable;

namespace Hedensted.Content.Search;

/// <summary>What a document is found by. Texts are without markup, in Unicode's normal form C whatever they are set to.</summary>
public sealed record SearchDocument
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Alias of its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its title; words here count most.</summary>
    public required string Title
    {
        get;
        init => field = Folding.Composed(value);
    }

    /// <summary>One or two sentences for lists.</summary>
    public string Teaser
    {
        get;
        init => field = Folding.Composed(value);
    } = "";

    /// <summary>All else that is read on its page.</summary>
    public string Text
    {
        get;
        init => field = Folding.Composed(value);
    } = "";

    /// <summary>Words that it is found by and that no excerpt shows, such as its weekdays.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>Documents whose names it is found by, too, such as its place.</summary>
    public ImmutableArray<Guid> References { get; init; } = [];

    /// <summary>Whether documents that refer to it are found by its title.</summary>
    public bool IsName { get; init; }

    /// <summary>When it is over; null for what does not pass.</summary>
    public DateTimeOffset? LastEnd { get; init; }
}
