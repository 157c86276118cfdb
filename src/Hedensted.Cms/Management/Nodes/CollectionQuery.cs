using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>What a list view asks for. Keys come as text, because the backoffice sends them empty when it has none.</summary>
/// <param name="DataTypeId">The list view's data type.</param>
/// <param name="OrderBy">A field or a property alias; update date when absent.</param>
/// <param name="OrderDirection"><c>Ascending</c> or <c>Descending</c>.</param>
/// <param name="Filter">Part of a name.</param>
/// <param name="Skip">Items to pass over.</param>
/// <param name="Take">Items at most.</param>
internal readonly record struct CollectionQuery(string? DataTypeId, string? OrderBy, string? OrderDirection, string? Filter, int? Skip, int? Take)
{
    /// <summary>The data type, if one is named.</summary>
    public Guid? DataTypeKey => Guid.TryParse(DataTypeId, out var key) ? key : null;

    /// <summary>Whether what comes last stands first.</summary>
    public bool Descending => string.Equals(OrderDirection, "Descending", StringComparison.OrdinalIgnoreCase);

    /// <summary>The question to the content engine.</summary>
    public NodeCollection Of(NodeKind kind, Guid? parentKey)
    {
        var paging = new Common.Paging(Skip, Take);
        return new NodeCollection(
            kind, parentKey, Filter, string.IsNullOrEmpty(OrderBy) ? "updateDate" : OrderBy, Descending, paging.Offset, paging.Limit);
    }
}
