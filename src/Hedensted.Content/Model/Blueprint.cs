namespace Hedensted.Content.Model;

/// <summary>A document template («arrangementsskabelon»): what a new document of a type starts with.</summary>
public sealed record Blueprint
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>The type of the documents made from it.</summary>
    public required Guid ContentTypeKey { get; init; }

    /// <summary>The folder it lies in, names joined by <c>/</c>; empty at the root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Names and values; its own name is the first.</summary>
    public required NodeContent Content { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset UpdateDate { get; init; }

    /// <summary>What a webmaster calls it.</summary>
    public string Name => Content.NameIn(null);
}
