using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>A link that an editor made.</summary>
internal static class LinkType
{
    public static ObjectType Create() => new ObjectType<Link>("Link")
        .Field("name", Scalars.String, link => link.Name)
        .Field("url", Scalars.String.NonNull(), (link, context) => link.Url(context.State<ReadScope>()) ?? "")
        .Field("target", Scalars.String, link => link.Target)
        .Field("content", Refs.To("Content"), (link, context) => context.State<ReadScope>().Find(link.Key))
        .Field("media", Refs.To("Media"), (link, context) => link.Key is { } key ? context.State<ReadScope>().FindMedia(key) : null);
}
