using Hedensted.Content.Published;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Live;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>What one can be told of as it happens, see <see cref="LiveScope"/>.</summary>
internal static class SubscriptionType
{
    public static ObjectType Create() => new ObjectType<LiveScope>("Subscription", "Answers that come now, and again every time they are different.")
        .Stream("editionChanged", Refs.Required("Edition"), Moments, (_, context) => context.State<ReadScope>().Edition, "The edition that everybody reads: now, and each time something has been published.")
        .Stream(
            "occurrencesChanged",
            Refs.To("OccurrencesConnection"),
            Moments,
            (_, context) => OccurrenceQuery.Of(context.State<ReadScope>().Calendar.All, context, whole: true),
            "What happens, as `occurrences` answers: now, and each time it is different because something was published, begins or ends.",
            arguments: OccurrenceQuery.Arguments())
        .Stream("live", Refs.Required("Query"), Moments, (_, context) => context.State<ReadScope>(), "Any question at all: answered now, and each time the answer is different.")
        .Cost("occurrencesChanged", Connections.Cost);

    public static ObjectType Edition() => new ObjectType<Edition>("Edition", "All that is published at one moment; an answer is read from one of them.")
        .Field("position", Scalars.String.NonNull(), edition => edition.Position.ToString(), "Grows with each edition; the header `Hedensted-Position` of its answers.");

    private static IAsyncEnumerable<Moment> Moments(LiveScope scope, FieldContext context) => scope.Moments(context.Cancellation);
}
