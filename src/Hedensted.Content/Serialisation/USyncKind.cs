using System.Collections.Immutable;

namespace Hedensted.Content.Serialisation;

/// <summary>Kinds of things in a uSync folder, in the order in which they are imported.</summary>
public enum USyncKind
{
    /// <summary>A language.</summary>
    Language,

    /// <summary>A dictionary item.</summary>
    Dictionary,

    /// <summary>A data type.</summary>
    DataType,

    /// <summary>A document or element type.</summary>
    ContentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A media item.</summary>
    Media,

    /// <summary>A document.</summary>
    Content,

    /// <summary>A document template.</summary>
    Blueprint,
}

/// <summary>Folders, elements and Danish names of the kinds.</summary>
internal static class USyncKinds
{
    public static ImmutableArray<USyncKind> All { get; } = [.. Enum.GetValues<USyncKind>()];

    /// <summary>The folder that holds files of this kind.</summary>
    public static string Folder(this USyncKind kind) => kind switch
    {
        USyncKind.Language => "Languages",
        USyncKind.DataType => "DataTypes",
        USyncKind.ContentType => "ContentTypes",
        USyncKind.MediaType => "MediaTypes",
        USyncKind.Blueprint => "Blueprints",
        _ => kind.Element(),
    };

    /// <summary>The root element of a file of this kind. A template is a document with a mark.</summary>
    public static string Element(this USyncKind kind) => kind == USyncKind.Blueprint ? nameof(USyncKind.Content) : kind.ToString();

    /// <summary>What an operator calls it.</summary>
    public static string DanishName(this USyncKind kind) => kind switch
    {
        USyncKind.Language => "sprog",
        USyncKind.Dictionary => "ordbogsord",
        USyncKind.DataType => "datatype",
        USyncKind.ContentType => "dokumenttype",
        USyncKind.MediaType => "medietype",
        USyncKind.Media => "medie",
        USyncKind.Blueprint => "skabelon",
        _ => "side",
    };
}
