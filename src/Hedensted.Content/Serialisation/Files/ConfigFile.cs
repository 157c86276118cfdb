using System.Xml.Linq;

namespace Hedensted.Content.Serialisation.Files;

/// <summary>What a file says was done to a thing that it no longer holds.</summary>
internal enum EmptyChange
{
    /// <summary>The file holds a thing.</summary>
    NotEmpty,

    /// <summary>The thing was deleted.</summary>
    Delete,

    /// <summary>The thing moved to another file, or the mark means nothing here.</summary>
    Other,
}

/// <summary>One thing (or the mark of one) in one file.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="File">Path below the uSync folder, with forward slashes.</param>
/// <param name="Key">Its identity; for languages a hash of the ISO code.</param>
/// <param name="Alias">Alias or name, as the root element says.</param>
/// <param name="Root">Its element.</param>
/// <param name="Change">Whether it is a mark.</param>
internal sealed record ConfigFile(USyncKind Kind, string File, Guid Key, string Alias, XElement Root, EmptyChange Change)
{
    /// <summary>Whether the file holds several things (uSync's production mode).</summary>
    public bool IsShared { get; init; }
}

/// <summary>A uSync folder as it lies on disk.</summary>
/// <param name="Items">Every thing and mark, by kind and path.</param>
/// <param name="Problems">Files that cannot be read.</param>
/// <param name="Notes">What was passed over.</param>
internal sealed record ConfigFolder(IReadOnlyList<ConfigFile> Items, IReadOnlyList<USyncProblem> Problems, IReadOnlyList<string> Notes);
