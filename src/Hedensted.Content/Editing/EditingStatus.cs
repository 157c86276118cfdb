namespace Hedensted.Content.Editing;

/// <summary>How a write to the tree ended; the names are Umbraco's, so that the backoffice knows them.</summary>
public enum EditingStatus
{
    /// <summary>It is saved.</summary>
    Success,

    /// <summary>No such content type.</summary>
    ContentTypeNotFound,

    /// <summary>A variant name on an invariant type, or the reverse.</summary>
    ContentTypeCultureVarianceMismatch,

    /// <summary>No such node.</summary>
    NotFound,

    /// <summary>No such parent.</summary>
    ParentNotFound,

    /// <summary>The parent is the node itself or stands below it.</summary>
    ParentInvalid,

    /// <summary>The type may not stand there.</summary>
    NotAllowed,

    /// <summary>The type has no property of that alias.</summary>
    PropertyTypeNotFound,

    /// <summary>A variant value for an invariant property, or the reverse.</summary>
    PropertyTypeCultureVarianceMismatch,

    /// <summary>The node or its parent is in the recycle bin.</summary>
    InTrash,

    /// <summary>The node is not in the recycle bin.</summary>
    NotInTrash,

    /// <summary>The order names nodes that do not stand there.</summary>
    SortingInvalid,

    /// <summary>Values break rules. Only publishing is refused for that, but for values that another system owns: they cannot be saved either.</summary>
    PropertyValidationError,

    /// <summary>No such language.</summary>
    InvalidCulture,

    /// <summary>The key is taken.</summary>
    DuplicateKey,

    /// <summary>A name is missing or too long.</summary>
    InvalidName,

    /// <summary>Somebody saved since the editor opened it; see <see cref="EditResult.Conflict"/>.</summary>
    ConcurrencyViolation,
}

/// <summary>How a publish or unpublish ended; the names are Umbraco's.</summary>
public enum PublishingStatus
{
    /// <summary>It is done.</summary>
    Success,

    /// <summary>No such document.</summary>
    ContentNotFound,

    /// <summary>Values break rules; see the errors.</summary>
    ContentInvalid,

    /// <summary>No culture was named for a variant document.</summary>
    NothingToPublish,

    /// <summary>A mandatory language would be missing.</summary>
    MandatoryCultureMissing,

    /// <summary>The document is in the recycle bin.</summary>
    InTrash,

    /// <summary>No such language.</summary>
    InvalidCulture,

    /// <summary>A culture was not named for a variant document.</summary>
    CannotPublishInvariantWhenVariant,

    /// <summary>A culture was named for an invariant document.</summary>
    CannotPublishVariantWhenNotVariant,

    /// <summary>The document has no such variant.</summary>
    CultureMissing,

    /// <summary>The document above is not published.</summary>
    PathNotPublished,

    /// <summary>Somebody saved since the editor opened it.</summary>
    ConcurrencyViolation,

    /// <summary>The time to unpublish is before the time to publish.</summary>
    UnpublishTimeNeedsToBeAfterPublishTime,

    /// <summary>The time to unpublish has passed (the misspelling is Umbraco's).</summary>
    UpublishTimeNeedsToBeInFuture,

    /// <summary>The time to publish has passed.</summary>
    PublishTimeNeedsToBeInFuture,

    /// <summary>Some of the branch could not be published; the rest is.</summary>
    FailedBranch,
}
