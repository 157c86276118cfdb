using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Serialisation;

/// <summary>What happens to a thing or a file.</summary>
public enum USyncChange
{
    /// <summary>It is new.</summary>
    Create,

    /// <summary>It is there and becomes another.</summary>
    Update,

    /// <summary>It goes.</summary>
    Delete,
}

/// <summary>One thing that an import changes.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its identity on the site.</param>
/// <param name="Name">What editors call it.</param>
/// <param name="File">The file that says so, relative to the uSync folder.</param>
/// <param name="Change">What happens to it.</param>
/// <param name="Details">For an update: the fields that differ, in Danish.</param>
public sealed record USyncPlanEntry(USyncKind Kind, Guid Key, string Name, string File, USyncChange Change, ImmutableArray<string> Details)
{
    /// <summary>What an operator calls its kind, in Danish.</summary>
    public string KindName => Kind.DanishName();
}

/// <summary>What an import of a folder would do, and what stops it.</summary>
/// <param name="Entries">Everything that changes, in the order of import.</param>
/// <param name="Problems">With any of these nothing at all is imported.</param>
/// <param name="Notes">What was passed over, in Danish.</param>
/// <param name="Changes">Exactly what the import writes.</param>
public sealed record USyncPlan(
    ImmutableArray<USyncPlanEntry> Entries,
    ImmutableArray<USyncProblem> Problems,
    ImmutableArray<string> Notes,
    SiteChanges Changes)
{
    /// <summary>Whether it can be imported.</summary>
    public bool CanImport => Problems.IsEmpty;

    /// <summary>Whether site and folder already say the same.</summary>
    public bool NothingToDo => Problems.IsEmpty && Entries.IsEmpty;
}

/// <summary>How an import went.</summary>
/// <param name="Plan">What was planned, and with problems not done.</param>
/// <param name="Position">The position at which readers see it; null when nothing was written.</param>
public sealed record USyncImport(USyncPlan Plan, ChangePosition? Position)
{
    /// <summary>Whether the site now is what the folder says.</summary>
    public bool Succeeded => Plan.CanImport;
}

/// <summary>A file that an export wrote.</summary>
/// <param name="Kind">The kind of the thing in it.</param>
/// <param name="File">Its path relative to the uSync folder.</param>
/// <param name="Change">New, changed, or now a mark that the thing was deleted.</param>
public sealed record USyncWrittenFile(USyncKind Kind, string File, USyncChange Change);

/// <summary>How an export went.</summary>
/// <param name="Folder">Where the files are.</param>
/// <param name="Written">Files that were written; all others said the same already.</param>
/// <param name="Total">Things in the folder now.</param>
/// <param name="Problems">Files in the folder that cannot be read; with any of these nothing was written.</param>
public sealed record USyncExport(string Folder, ImmutableArray<USyncWrittenFile> Written, int Total, ImmutableArray<USyncProblem> Problems)
{
    /// <summary>Whether the folder now is what the site says.</summary>
    public bool Succeeded => Problems.IsEmpty;
}
