using System.Globalization;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Outlines;

/// <summary>A document or media item without what is written in it: what editors choose it by in trees, lists and searches.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Kind">Document or media.</param>
/// <param name="ContentTypeKey">Its type.</param>
/// <param name="ParentKey">The node above; null at the root of the tree or of the recycle bin.</param>
/// <param name="SortOrder">Order among its siblings.</param>
/// <param name="Trashed">Whether it is in the recycle bin.</param>
/// <param name="CreatorKey">Who made it; null for imported content.</param>
/// <param name="CreateDate">When it was made.</param>
/// <param name="UpdateDate">When it was last saved.</param>
/// <param name="VersionKey">Its newest version, the draft. What a version says never changes while the types stay as they are.</param>
/// <param name="Names">Its names in lower case, each on a line of its own with a line break before and after.</param>
/// <param name="IsPublished">Whether readers see it in any language; false for media.</param>
public sealed record OutlineNode(
    Guid Key,
    NodeKind Kind,
    Guid ContentTypeKey,
    Guid? ParentKey,
    int SortOrder,
    bool Trashed,
    Guid? CreatorKey,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    Guid VersionKey,
    string Names,
    bool IsPublished)
{
    private static readonly CompareInfo Danish = CultureInfo.GetCultureInfo("da-DK").CompareInfo;

    /// <summary>The order of names as Danes sort them, whatever the database knows of the alphabet; see <see cref="NameOrder"/>.</summary>
    public static IComparer<SortKey> ByName { get; } = Comparer<SortKey>.Create(SortKey.Compare);

    /// <summary>Its names, ready to be put in Danish order: comparing ten thousand names letter by letter takes a second.</summary>
    public SortKey NameOrder { get; } = Danish.GetSortKey(Names, CompareOptions.IgnoreCase);

    /// <summary>Among whom it stands.</summary>
    internal Family Family => new(Kind, ParentKey, Trashed);
}

/// <summary>Nodes that stand together below one, or at a root.</summary>
/// <param name="Kind">Documents or media.</param>
/// <param name="ParentKey">The node above; null at the root of the tree or of the recycle bin.</param>
/// <param name="Trashed">Whether they are in the recycle bin.</param>
internal readonly record struct Family(NodeKind Kind, Guid? ParentKey, bool Trashed);
