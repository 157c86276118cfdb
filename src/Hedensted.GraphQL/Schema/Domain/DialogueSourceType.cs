using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What one can read before a dialogue meeting.</summary>
internal static class DialogueSourceType
{
    public static ObjectType Create() => new ObjectType<Block>("DialogueSource")
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
        .Field("materialUrl", Scalars.String, block => Urls.Safe(block.Text("materialUrl")), "Where one borrows it.")
        .Field("why", Scalars.String, block => block.Text("why"));

    private static string? SourceUrl(Block block, ReadScope scope) =>
        Link.ListOf(block.ValueOf("link")) is [var link, ..] ? link.Url(scope) : Urls.Safe(block.Text("materialUrl"));
}
