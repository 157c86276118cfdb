using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Engagement;
using Hedensted.Bibliotek.Values;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;
using Hedensted.GraphQL.Schema.Domain;

namespace Hedensted.GraphQL.Schema;

/// <summary>Answers what came of a half-year, from memory.</summary>
internal static class EngagementQuery
{
    // Reading takes a moment, and only the first clients of a server that has just started meet it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static InputValue[] Arguments() => [new("period", HalfYearScalar.Type.NonNull(), "The half-year, e.g. `2026H2`.")];

    /// <exception cref="GraphQLException">The server has just started, and the counts are not read yet.</exception>
    public static EngagementFigures Of(ReadScope scope, FieldContext context)
    {
        var page = scope.Edition.Projection<EngagementBook>().WaitForPage(Patience)
            ?? throw new GraphQLException("The counts are being read. Ask again in a few seconds.", "ENGAGEMENT_NOT_READY");

        // A date is held when it is over; and nobody keeps the answer longer than we keep what it was added up from. When the database could
        // not be read, that is in the past, and after the clock was set back far ahead; then the answer is good for one more pause.
        var now = scope.Now();
        var next = page.ReadAt + EngagementBook.Pause;
        scope.LimitTo(next > now && next < now + EngagementBook.Pause ? next : now + EngagementBook.Pause);
        var areas = scope.OfType(EventTypes.FocusArea).OrderBy(area => area.Number("number") ?? int.MaxValue).ThenBy(area => area.Key);
        return EngagementFigures.Of(scope.Edition, page, context.Arguments.Get<HalfYear>("period"), now, areas);
    }
}
