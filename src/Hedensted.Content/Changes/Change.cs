namespace Hedensted.Content.Changes;

/// <summary>What a row of the change feed is about.</summary>
public enum ChangeSubject
{
    /// <summary>A document's published content, place in the tree or existence.</summary>
    Document,

    /// <summary>A media item.</summary>
    Media,

    /// <summary>A document type, media type, data type or language: whoever reads types reads them anew.</summary>
    Schema,

    /// <summary>A dictionary item.</summary>
    Dictionary,
}

/// <summary>One row of the change feed; several rows of one transaction share a position.</summary>
/// <param name="Position">The transaction.</param>
/// <param name="Subject">What kind of thing changed.</param>
/// <param name="Key">The thing; read it anew, it may be gone.</param>
public sealed record Change(ChangePosition Position, ChangeSubject Subject, Guid Key);
