namespace Hedensted.Content.Changes;

/// <summary>What kind of thing was saved.</summary>
public enum SavedKind
{
    /// <summary>So much at once that it is not told one by one: whoever keeps anything asks anew.</summary>
    Everything,

    /// <summary>A document: its draft, its place or what readers see.</summary>
    Document,

    /// <summary>A media item or folder.</summary>
    Media,

    /// <summary>A document type or element type.</summary>
    DocumentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A data type.</summary>
    DataType,

    /// <summary>A language.</summary>
    Language,

    /// <summary>A dictionary item.</summary>
    DictionaryItem,

    /// <summary>A user.</summary>
    User,

    /// <summary>A user group.</summary>
    UserGroup,
}

/// <summary>What happened to it.</summary>
public enum SavedHow
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It is not what it was: text, name, place, state.</summary>
    Updated,

    /// <summary>It went to the recycle bin.</summary>
    Trashed,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>One thing that a transaction saved.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="How">What happened.</param>
/// <param name="Key">Which one; read it anew, it may be gone.</param>
public sealed record SavedThing(SavedKind Kind, SavedHow How, Guid Key);
