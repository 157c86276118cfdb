using System.Collections.Immutable;

namespace Hedensted.Bibliotek.Examples;

/// <summary>A calendar that shows what the site can do: events, an exhibition, series and dialogue meetings.</summary>
/// <remarks>
/// No person, address or source in it is real. Everything is dated from the given moment in local wall time
/// (<c>Europe/Copenhagen</c>), on days when the houses are open, so that a new site is neither empty nor stale.
/// </remarks>
public static class ExampleEvents
{
    /// <summary>The examples for a site that starts now, parents before children.</summary>
    /// <param name="clock">Tells when the site starts.</param>
    public static ImmutableArray<ExampleDocument> For(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var days = new ExampleDays(clock.GetUtcNow());
        return [.. ExampleArrangements.On(days), .. ExampleSeries.On(days), .. ExampleDialogues.On(days)];
    }

    internal static ExampleDocument Document(string type, Guid parent, string title, string teaser, ExampleValues values) =>
        new(ExampleKey.Of(title), type, parent, title, values.Set("title", title).Set("teaser", teaser).Build());
}
