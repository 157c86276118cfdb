using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>How one reaches the library.</summary>
internal static class ContactType
{
    public static ObjectType Create() => new ObjectType<ReadScope>("Contact")
        .Field("name", Scalars.String, scope => scope.Home()?.Text("contactName"))
        .Field("address", Scalars.String, scope => scope.Home()?.Text("contactAddress"), "Lines are kept.")
        .Field("phone", Scalars.String, scope => scope.Home()?.Text("contactPhone"))
        .Field("email", Scalars.String, scope => scope.Home()?.Text("contactEmail"))
        .Field("url", Scalars.String, scope => Links(scope) is [var link, ..] ? link.Url(scope) : null)
        .Field("links", Refs.ListOf("Link"), scope => Links(scope));

    private static IReadOnlyList<Link> Links(ReadScope scope) =>
        scope.Home() is { } home ? Link.Alive(Link.ListOf(home.ValueOf("contactLinks")), scope) : [];
}
