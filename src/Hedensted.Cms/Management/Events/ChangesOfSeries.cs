using System.Security.Claims;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Events;

/// <summary>Reads the drafts of «Ret denne dato» below a series, as far as one person may see them.</summary>
internal sealed class ChangesOfSeries(ContentTree tree, NodeReaches reaches)
{
    private const int Most = 500;

    /// <summary>The changes, and where each is written; in the editors' order.</summary>
    public async Task<IEnumerable<(DateChange Change, ContentNode Source)>> OfAsync(ContentSchema schema, Guid series, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (schema.FindType(NodeKind.Document, EventTypes.Override) is not { } type
            || (HiddenFields.Of(schema, user.Rights()).ByType.TryGetValue(type.Key, out var hidden) && hidden.Overlaps(["originalStart", "appliesTo"])))
        {
            return [];
        }

        var children = (await tree.ChildrenAsync(NodeKind.Document, series, 0, Most, cancellationToken)).Items.Where(child => child.ContentTypeKey == type.Key);
        var seen = await reaches.WithinAsync(NodeKind.Document, user, [.. children], cancellationToken);
        var changes = await tree.NodesAsync(NodeKind.Document, [.. seen.Select(child => child.Key)], cancellationToken);
        return from change in changes
               let date = DateChange.Of(change.Draft)
               where date is not null
               select (date, change);
    }
}
