using System.Collections.Immutable;
using Hedensted.Content.Changes;

namespace Hedensted.Content.Editing.Schema;

/// <summary>How a change of types, folders, languages, texts or templates ended; the names are Umbraco's, so that the backoffice knows them.</summary>
public enum SchemaStatus
{
    /// <summary>It is saved.</summary>
    Success,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>The key is taken.</summary>
    DuplicateKey,

    /// <summary>There is no such folder or item to put it in.</summary>
    ParentNotFound,

    /// <summary>It would lie in itself.</summary>
    InvalidParent,

    /// <summary>Somebody saved since it was opened.</summary>
    ConcurrencyViolation,

    /// <summary>It is in use and cannot go; <see cref="SchemaResult.About"/> says where.</summary>
    NotAllowed,

    /// <summary>A part of the system that cannot go.</summary>
    NonDeletable,

    /// <summary>No name, or too long a one.</summary>
    InvalidName,

    /// <summary>The name is taken in that place.</summary>
    DuplicateName,

    /// <summary>The folder has something in it.</summary>
    NotEmpty,

    /// <summary>No such property editor.</summary>
    PropertyEditorNotFound,

    /// <summary>A setting is wrong; <see cref="SchemaResult.Errors"/> says which.</summary>
    InvalidConfiguration,

    /// <summary>A property's data type does not exist.</summary>
    DataTypeNotFound,

    /// <summary>The alias is not one.</summary>
    InvalidAlias,

    /// <summary>Another type has the alias.</summary>
    DuplicateAlias,

    /// <summary>A property's alias is not one, or is reserved.</summary>
    InvalidPropertyTypeAlias,

    /// <summary>Two properties, own or composed, have the alias.</summary>
    DuplicatePropertyTypeAlias,

    /// <summary>A property or group stands in what does not exist.</summary>
    MissingContainer,

    /// <summary>Two groups have one key.</summary>
    DuplicateContainer,

    /// <summary>The type cannot be composed of that one.</summary>
    InvalidComposition,

    /// <summary>There are documents of the type, so it cannot become a block.</summary>
    InvalidElementFlagDocumentHasContent,

    /// <summary>A block list uses the type, so it cannot become a page.</summary>
    InvalidElementFlagElementIsUsedInPropertyEditorConfiguration,

    /// <summary>No such culture.</summary>
    InvalidIsoCode,

    /// <summary>The language is there already.</summary>
    DuplicateIsoCode,

    /// <summary>The language to fall back to does not exist.</summary>
    InvalidFallbackIsoCode,

    /// <summary>The language would fall back to itself.</summary>
    InvalidFallback,

    /// <summary>There would be no default language.</summary>
    MissingDefault,

    /// <summary>A translation is in a language that the site does not have.</summary>
    InvalidTranslation,

    /// <summary>Another text has the name.</summary>
    DuplicateItemName,

    /// <summary>A file brings a document type that is here already.</summary>
    DocumentTypeExists,

    /// <summary>A file brings a media type that is here already.</summary>
    MediaTypeExists,

    /// <summary>A file brings another type than the one that it is to replace.</summary>
    IdMismatch,

    /// <summary>A file with a type lacks something that a type must have.</summary>
    TemporaryFileConversionFailure,

    /// <summary>A file with texts lacks something that a text must have.</summary>
    InvalidFileContent,

    /// <summary>Values or names do not fit the type; <see cref="SchemaResult.Editing"/> says how.</summary>
    InvalidContent,
}

/// <summary>How a change ended, and what it did to what editors had written.</summary>
/// <param name="Status">Success or why not.</param>
/// <param name="Key">The thing written; for a copy the new one.</param>
/// <param name="About">What a refusal is about: a name, an alias, or in Danish where the thing is used.</param>
public sealed record SchemaResult(SchemaStatus Status, Guid Key = default, string? About = null)
{
    /// <summary>The feed position at which readers see it; null when nothing changed for them.</summary>
    public ChangePosition? Position { get; init; }

    /// <summary>What is wrong and what to do, in Danish, where the status alone does not say it.</summary>
    public string? Explanation { get; init; }

    /// <summary>What to look at although it is saved, in Danish.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Settings that are wrong: alias → Danish.</summary>
    public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>With <see cref="SchemaStatus.InvalidContent"/>: why the content does not fit.</summary>
    public EditingStatus Editing { get; init; }

    /// <summary>What could not follow a change, property by property; it stands in the history.</summary>
    public ImmutableArray<LeftBehind> LeftBehind { get; init; } = [];

    /// <summary>Whether it is saved.</summary>
    public bool Succeeded => Status == SchemaStatus.Success;
}

/// <summary>Values that could not follow a change of a type.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Items">How many documents, media and templates have such a value.</param>
/// <param name="IsKept">Whether the value still stands and must be mended before publishing; otherwise it is only in the history.</param>
public sealed record LeftBehind(string Property, int Items, bool IsKept);
