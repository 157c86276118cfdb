using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>What an info screen shows at this moment.</summary>
internal static class ScreenProgramType
{
    public static ObjectType Create() => new ObjectType<ScreenProgram>("ScreenProgram", "What an info screen shows at this moment.")
        .Field("screen", Refs.Required("Screen"), program => program.Screen)
        .Field("serverTime", Scalars.DateTime.NonNull(), (_, context) => context.State<ReadScope>().Now(), "The moment that the program was made for, for a screen whose own clock is wrong.")
        .Field("validUntil", Scalars.DateTime.NonNull(), (program, context) => ValidUntil(program, context.State<ReadScope>()), "When something of it changes by itself; ask again then.")
        .Field("position", Scalars.String.NonNull(), (_, context) => context.State<ReadScope>().Position.ToString(), "The change position that it was read from: the same position before `validUntil` is the same program.")
        .Field("regions", Refs.ListOf("ScreenRegion"), (program, context) => program.Regions(context.State<ReadScope>()), "The parts that have something to play now.")
        .Field("campaigns", Refs.ListOf("Campaign"), (program, context) => program.Campaigns(context.State<ReadScope>()), "Messages that run now, the most urgent first.")
        .Field(
            "occurrences",
            Refs.To("OccurrencesConnection"),
            (program, context) => Dates(program, context),
            "What comes, as the first playlist with events asks for it; else what comes in the screen's branch. Soonest first.",
            arguments: PageRequest.Arguments())
        .Field("fallbackImage", Refs.To("Image"), (program, context) => Fallback(program, context.State<ReadScope>()), "Shown when there is nothing else.")
        .Cost("occurrences", Connections.Cost);

    private static Connection<Occurrence> Dates(ScreenProgram program, FieldContext context)
    {
        var scope = context.State<ReadScope>();
        var (rows, fits) = program.Dates(scope);
        var order = OccurrenceQuery.Sort.Ascending("startsAt", scope);
        return new RowList<Occurrence>(rows, rows.IndexOfEndAfter(scope.Now()), rows.Count, reversed: false, order, fits).Page(PageRequest.Read(context.Arguments));
    }

    private static Image? Fallback(ScreenProgram program, ReadScope scope) =>
        Image.Of(program.Screen.ValueOf("fallbackImage"), "fallbackImage", name => program.Screen.ValueOf(name), scope);

    // All parts are asked, so that the moment holds for the whole program whichever fields a client selects.
    private static DateTimeOffset ValidUntil(ScreenProgram program, ReadScope scope)
    {
        var now = scope.Now();
        foreach (var region in program.Regions(scope))
        {
            _ = region.Slides(block => block.TypeKey.ToString(), scope).Count();
        }

        _ = program.Campaigns(scope).Count();
        _ = program.Dates(scope);
        return scope.ValidUntil ?? now.AddDays(1);
    }
}
