using System.Globalization;
using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Paging;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Schema;

/// <summary>Some of what happened to the dates of the calendar.</summary>
/// <param name="Page">The changes, the oldest first.</param>
/// <param name="Until">The moment to ask from next.</param>
internal sealed record Changes(Connection<OccurrenceChange> Page, DateTimeOffset Until);

/// <summary>Answers what happened to the dates of the calendar, for those who keep a copy of it.</summary>
internal static class ChangesQuery
{
    private const string Anew = "Fetch all dates once with 'occurrences', with 'changes { until }' in the same question, and ask from there on.";

    private static readonly RowOrder<OccurrenceChange> Oldest = new(
        "change", SortKey<OccurrenceChange>.Number(change => change.At.UtcTicks), SortKey<OccurrenceChange>.Identity(change => change.Id));

    /// <summary>What it costs: as many changes as the client asks for.</summary>
    public static FieldCost Cost { get; } = new() { SizeArguments = ["first"], AssumedSize = PageRequest.DefaultSize, SizedFields = ["nodes"] };

    public static InputValue[] Arguments() =>
    [
        new("since", Scalars.DateTime, "The `until` of the last answer. Left out: no changes, only `until`; asked together with `occurrences`, that is where a copy begins."),
        new("first", Scalars.Int, $"How many, at most {PageRequest.MaxSize}; {PageRequest.DefaultSize} when nothing is asked."),
        new("after", Scalars.String, "Only what comes after this cursor. Something that changes once more meanwhile comes once more, later."),
    ];

    /// <exception cref="GraphQLException">The server does not remember that long, or that moment has not come yet.</exception>
    public static Changes Of(ReadScope scope, FieldContext context)
    {
        var changes = scope.Changes;
        var since = context.Arguments.GetOrDefault<DateTimeOffset?>("since");
        if (since < changes.AskedFrom)
        {
            throw new GraphQLException(
                $"The server remembers what changed since {changes.AskedFrom.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}, and not longer. {Anew}",
                "CHANGES_FORGOTTEN");
        }

        if (since is { } asked && !scope.HasCome(asked))
        {
            throw new GraphQLException($"'since' has not come yet: the clock that told it was ahead. {Anew}", "CHANGES_FORGOTTEN");
        }

        var rows = since is { } moment ? changes.From(moment) : [];
        return new Changes(new RowList<OccurrenceChange>(rows, 0, rows.Count, reversed: false, Oldest).Page(PageRequest.ReadForward(context.Arguments)), changes.MadeAt);
    }

    /// <summary>The date as it is now; null for one that is gone or belongs in no list any more.</summary>
    public static Occurrence? Current(OccurrenceChange change, ReadScope scope) =>
        !change.IsGone && scope.Calendar.Find(change.Id) is { Listed: true } occurrence ? occurrence : null;
}
