using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>dialogmøde: citizens talk about something large or hard.</summary>
internal static class DialogueMeetingType
{
    public static ObjectType Create(Interfaces interfaces, TypeNames names)
    {
        var type = Own(interfaces);
        return names.ByAlias(ActionFields.Alias) is { } action
            ? type.Field("linkedActions", Refs.ListOf(action), (document, context) => context.State<ReadScope>().FindAll(document.Keys("linkedActions"), ActionFields.Alias), "«Blev til handling»: what came of it in the action catalogue.")
            : type;
    }

    private static ObjectType<PublishedDocument> Own(Interfaces interfaces) => new ObjectType<PublishedDocument>("DialogueMeeting", "dialogmøde: citizens talk about something large or hard.")
        .Implements(interfaces.EventLike, interfaces.Content, interfaces.Node)
        .Field("topic", Scalars.String, document => document.Text("topic"), "The topic, put so that both sides recognise it.")
        .Field("whyNow", Scalars.String, document => document.Text("whyNow"))
        .Field("questions", Refs.ListOf("DialogueQuestion"), document => document.Blocks("questions"))
        .Field("facilitators", Refs.ListOf("Person"), document => document.Blocks("facilitators"), "ordstyrer")
        .Field("panel", Refs.ListOf("Person"), document => document.Blocks("panel"))
        .Field("groundRules", Refs.Texts, (document, context) => GroundRules(document, context.State<ReadScope>()), "Its own, or else the site's.")
        .Field("format", Scalars.String, document => document.Text("format"), "Mødeform, e.g. «Samtalesalon».")
        .Field("sources", Refs.ListOf("DialogueSource"), document => document.Blocks("sources"))
        .Field("care", Refs.To("RichText"), (document, context) => Care(document, context.State<ReadScope>()), "Care for those who find the topic hard: whom one can talk to.")
        .Field("recordingPolicy", Scalars.String, document => document.Text("recordingPolicy"), "Optagelse, e.g. «Ingen».")
        .Field("followUp", Refs.ListOf("FollowUpNote"), document => document.Blocks("followUp"))
        .Field("followUpDue", Scalars.LocalDate, document => document.Date("followUpDue"))
        .Field("screenText", Scalars.String, document => document.Text("screenText"), "A short version without persons.");

    private static IEnumerable<string> GroundRules(PublishedDocument document, ReadScope scope)
    {
        var rules = document.Blocks("groundRules");
        if (rules.IsEmpty && scope.Home() is { } home)
        {
            rules = home.Blocks("defaultGroundRules");
        }

        return rules.Select(block => block.Text("rule")).OfType<string>();
    }

    private static RichText? Care(PublishedDocument document, ReadScope scope)
    {
        var paragraphs = document.Blocks("care").SelectMany(block => new[] { block.Text("text"), block.Text("contact") }).OfType<string>();
        return RichText.Plain(string.Join("\n\n", paragraphs), scope);
    }
}
