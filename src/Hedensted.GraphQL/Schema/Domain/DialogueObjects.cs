using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What a source argues.</summary>
internal enum SourceStance
{
    /// <summary>For.</summary>
    For,

    /// <summary>Imod.</summary>
    Against,

    /// <summary>Neutral baggrund.</summary>
    Background,
}

/// <summary>Dialogue meetings with what belongs to them.</summary>
internal static class DialogueObjects
{
    public static IEnumerable<NamedType> Create(Interfaces interfaces)
    {
        yield return new ObjectType<PublishedDocument>("DialogueMeeting", "dialogmøde: citizens talk about something large or hard.")
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
        yield return new ObjectType<Block>("DialogueQuestion")
            .Field("text", Scalars.String.NonNull(), block => block.Text("question") ?? "")
            .Field("elaboration", Scalars.String, block => block.Text("elaboration"));

        // A name leaves the house only with the person's consent.
        yield return new ObjectType<Block>("Person")
            .Implements(interfaces.Block)
            .Field("name", Scalars.String, block => block.ValueOf("consent").AsFlag() == true ? block.Text("name") : null, "Null when the person has not agreed to be named.")
            .Field("role", Scalars.String, block => block.Text("role"))
            .Field("background", Scalars.String, block => block.Text("background"))
            .Field("interest", Scalars.String, block => block.Text("interest"), "The person's own interest in the matter.");
        yield return new ObjectType<Block>("DialogueSource")
            .Field("title", Scalars.String.NonNull(), block => block.Text("title") ?? "")
            .Field("url", Scalars.String, (block, context) => SourceUrl(block, context.State<ReadScope>()))
            .Field("publisher", Scalars.String, block => block.Text("publisher"))
            .Field("date", Scalars.LocalDate, block => block.ValueOf("date").AsDate())
            .Field("stance", Refs.Required("SourceStance"), block => block.Text("stance") switch
            {
                "For" => SourceStance.For,
                "Imod" => SourceStance.Against,
                _ => SourceStance.Background,
            })
            .Field("why", Scalars.String, block => block.Text("why"));
        yield return new ObjectType<Block>("FollowUpNote", "What came of it: what was agreed on, and what was not.")
            .Field("date", Scalars.LocalDate, block => block.ValueOf("date").AsDate())
            .Field("agreements", Scalars.String, block => block.Text("agreements"))
            .Field("disagreements", Scalars.String, block => block.Text("disagreements"))
            .Field("taken", Scalars.String, block => block.Text("takeaways"), "What the library takes with it.");
    }

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

    private static string? SourceUrl(Block block, ReadScope scope) =>
        Link.ListOf(block.ValueOf("link")) is [var link, ..] ? link.Url(scope) : Urls.Safe(block.Text("materialUrl"));
}
