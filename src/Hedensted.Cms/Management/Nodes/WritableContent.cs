using System.Collections.Immutable;
using Hedensted.Cms.Auth;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Keeps from a save what its author may not write: the backoffice sends all values back, also those it shows as read-only.</summary>
internal static class WritableContent
{
    /// <summary>What was sent, with what was saved before in place of every value and name that this person may not change.</summary>
    public static NodeContent Of(Rights rights, ContentSchema schema, ContentType type, NodeContent saved, NodeContent sent)
    {
        if (rights.IsAdministrator)
        {
            return sent;
        }

        // What one may not read was not shown, and is missing without anybody having removed it.
        bool IsWritable(PropertyValue value) =>
            rights.MayWriteIn(value.Culture)
            && (schema.FindProperty(type, value.Alias) is not { } property || rights.MayWrite(type.Key, property.Key));

        ImmutableArray<VariantName> names =
        [
            .. sent.Names.Where(name => rights.MayWriteIn(name.Culture)),
            .. saved.Names.Where(name => !rights.MayWriteIn(name.Culture)),
        ];
        return sent with { Names = names, Values = [.. sent.Values.Where(IsWritable), .. saved.Values.Where(value => !IsWritable(value))] };
    }
}
