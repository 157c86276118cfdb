using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The site itself: its title and texts.</summary>
internal static class SiteType
{
    public static ObjectType Create() => new ObjectType<ReadScope>("Site")
        .Field("title", Scalars.String.NonNull(), scope => scope.Home()?.Title() ?? "Hedensted Bibliotekerne")
        .Field("description", Scalars.String, scope => scope.Home()?.Text("teaser"))
        .Field("image", Refs.To("Image"), scope => scope.Home() is { } home ? Image.OfPage(home, scope) : null)
        .Field("contact", Refs.Required("Contact"), scope => scope)
        .Field("home", Refs.To("Content"), scope => scope.Home(), "The front page's own document.")
        .Field("cancelledText", Scalars.String, scope => scope.Home()?.Text("cancelledText"), "What to say when something is cancelled.")
        .Field("soldOutText", Scalars.String, scope => scope.Home()?.Text("soldOutText"), "What to say when something is sold out.")
        .Field("emptyCalendarText", Scalars.String, scope => scope.Home()?.Text("emptyCalendarText"), "What to say when nothing happens.")
        .Field(
            "text",
            Scalars.String,
            (scope, context) => scope.Text(context.Arguments.Get<string>("name")),
            "A text of the site by its name in the dictionary, e.g. `event.allday`.",
            arguments: [new InputValue("name", Scalars.String.NonNull())])
        .Field("language", Scalars.String, scope => scope.Language ?? scope.Schema.DefaultLanguage?.IsoCode, "The language of the answer, one of `languages`.")
        .Field("position", Scalars.String.NonNull(), scope => scope.Position.ToString(), "The change position that the answer was read from.");
}
