using System.Text.Json;
using Hedensted.Bibliotek.Calendar;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>How somebody who keeps a copy of the calendar follows it.</summary>
public class ChangesTests
{
    [Test]
    public void A_copy_that_follows_the_changes_is_the_calendar_after_any_editing()
    {
        // 1. A copy begins: all dates, and the moment to ask from, of one edition.
        var library = new Library();
        var (stays, moves, goes, hides) = (
            library.Event("Bliver", "2026-12-01T10:00:00"), library.Event("Flytter", "2026-12-02T10:00:00"),
            library.Event("Går", "2026-12-03T10:00:00"), library.Event("Skjules", "2026-12-04T10:00:00"));
        var edition = library.Edition();
        var start = Answer(library, edition, """{ changes { until nodes { id } } occurrences(first: 100) { nodes { id startsAt } } }""");
        var copy = start.At("occurrences", "nodes").EnumerateArray().ToDictionary(node => node.At("id").GetString()!, node => node.At("startsAt").GetString()!);
        Assert.That(start.At("changes", "nodes").GetArrayLength(), Is.Zero);

        // 2. Some are published, changed, hidden and taken down.
        library.Clock.Now = Library.Now.AddHours(1);
        library.PublishedAt = library.Clock.Now;
        library.Put(moves, new { title = "Flytter", startsAt = Library.Time("2026-12-09T10:00:00") });
        library.Put(hides, new { title = "Skjules", startsAt = Library.Time("2026-12-04T10:00:00"), listed = false });
        library.Remove(goes);
        var comes = library.Event("Kommer", "2026-12-05T10:00:00");
        edition = library.Next(edition, schemaChanged: false, moves, hides, goes, comes);

        // 3. The copy follows, a page of two at a time.
        string? after = null;
        var pages = 0;
        do
        {
            var answer = Answer(
                library,
                edition,
                "query ($since: DateTime, $after: String) { changes(since: $since, first: 2, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { id at eventId source deleted occurrence { startsAt } } } }",
                new { since = start.At("changes", "until").GetString(), after }).At("changes");
            foreach (var change in answer.At("nodes").EnumerateArray())
            {
                if (change.At("deleted").GetBoolean())
                {
                    copy.Remove(change.At("id").GetString()!);
                }
                else
                {
                    copy[change.At("id").GetString()!] = change.At("occurrence", "startsAt").GetString()!;
                }
            }

            pages++;
            Assert.That(answer.At("totalCount").GetInt32(), Is.EqualTo(4));
            after = answer.At("pageInfo", "hasNextPage").GetBoolean() ? answer.At("pageInfo", "endCursor").GetString() : null;
        }
        while (after is not null);

        var now = Answer(library, edition, """{ occurrences(first: 100) { nodes { id startsAt } } }""").At("occurrences", "nodes").EnumerateArray()
            .ToDictionary(node => node.At("id").GetString()!, node => node.At("startsAt").GetString()!);
        Assert.Multiple(() =>
        {
            Assert.That(pages, Is.EqualTo(2));
            Assert.That(copy, Is.EquivalentTo(now));
            Assert.That(copy[OccurrenceIds.Of(moves).ToString()], Does.StartWith("2026-12-09"));
            Assert.That(copy.ContainsKey(OccurrenceIds.Of(stays).ToString()), Is.True);
        });
    }

    [Test]
    public void What_the_server_does_not_remember_is_told_and_how_to_begin_anew()
    {
        var library = new Library();
        Assert.Multiple(() =>
        {
            Assert.That(library.Refused("""{ changes(since: "2026-11-25T11:59:59Z") { until } }"""), Is.EqualTo("CHANGES_FORGOTTEN"));
            Assert.That(library.Refused("""{ changes(since: "2026-11-25T12:00:00Z") { until } }"""), Is.Null);
            Assert.That(library.Refused("""{ changes(since: "2026-11-25T12:01:00Z") { until } }"""), Is.Null);
            Assert.That(library.Refused("""{ changes(since: "2026-11-25T12:01:01Z") { until } }"""), Is.EqualTo("CHANGES_FORGOTTEN"), "told by a clock that was ahead");
            Assert.That(library.Refused("""{ changes(since: "2026-11-25T12:00:00Z", first: 101) { until } }"""), Is.EqualTo("INVALID_PAGING"));
        });
    }

    private static JsonElement Answer(Library library, Content.Published.Edition edition, string query, object? variables = null)
    {
        using var answer = library.Api.Execute(edition, query, variables);
        Assert.That(answer.RootElement.TryGetProperty("errors", out var errors), Is.False, () => errors.GetRawText());
        return answer.RootElement.At("data").Clone();
    }
}
