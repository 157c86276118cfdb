using Hedensted.Content.Attendance;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Attendance;

/// <summary>How many came and what they thought, in tables beside the content.</summary>
internal sealed class AttendanceLedgerTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 10, 18, 0, 0, TimeSpan.Zero);

    private AttendanceLedger Ledger => Site.Services.GetRequiredService<AttendanceLedger>();

    [Test]
    public async Task A_count_is_read_as_it_was_written_with_all_that_is_not_known()
    {
        var whole = Date("Kor på skolen") with { PlaceKey = Guid.NewGuid(), PlaceName = "Skolen «Øst»", IsOutsideHouse = true, IsCitizenLed = true, FocusAreas = [new(Guid.NewGuid(), "Kultur for at læse"), new(Guid.NewGuid(), "Fællesskaber")] };
        var bare = Date("Foredrag");
        await Ledger.WriteAsync(whole, new AttendedBy(34, 20, 4, 6, 3), "Talt", "Regnvejr", Site.Editor, null, default);
        await Ledger.WriteAsync(bare, new AttendedBy(0), "Skøn", null, Site.Editor, null, default);

        var (counts, _) = await Ledger.ReadAsync(default);
        foreach (var read in new[] { counts.AsEnumerable(), await Ledger.CountsAsync(Evening, Evening.AddHours(1), default) })
        {
            var (first, second) = (read.Single(count => count.Date.Title == "Kor på skolen"), read.Single(count => count.Date.Title == "Foredrag"));
            Assert.Multiple(() =>
            {
                Assert.That(first.Date with { FocusAreas = [] }, Is.EqualTo(whole with { FocusAreas = [] }));
                Assert.That(first.Date.FocusAreas, Is.EqualTo(whole.FocusAreas));
                Assert.That((first.People, first.Method, first.Note, first.CountedBy), Is.EqualTo((new AttendedBy(34, 20, 4, 6, 3), "Talt", "Regnvejr", Site.Editor)));
                Assert.That((second.People, second.Note, second.Date.PlaceKey, second.Date.PlaceName), Is.EqualTo((new AttendedBy(0), (string?)null, (Guid?)null, (string?)null)));
            });
        }

        Assert.That(await Ledger.CountsAsync(Evening.AddHours(1), Evening.AddHours(2), default), Is.Empty);
    }

    [Test]
    public async Task Of_two_who_count_at_once_one_writes_and_the_other_is_told()
    {
        var date = Date("Kor");
        var both = await Task.WhenAll(WriteAsync(date, 10, null), WriteAsync(date, 12, null));
        var first = both.Single(count => count is not null)!;
        Assert.That((await Ledger.FindAsync(date.OccurrenceId, default))!.People, Is.EqualTo(first.People));

        // The clock has not moved, and the correction is another version all the same.
        var corrected = await WriteAsync(date with { Title = "Et nyt navn" }, 14, first.CountedAt);
        Assert.That(await WriteAsync(date, 99, first.CountedAt), Is.Null);
        var now = (await Ledger.FindAsync(date.OccurrenceId, default))!;
        Assert.That((now.People.Total, now.CountedAt, now.Date.Title), Is.EqualTo((14, corrected!.CountedAt, "Kor")), "what the date was stays");

        Assert.That((await Ledger.RemoveAsync(date.OccurrenceId, default), await Ledger.RemoveAsync(date.OccurrenceId, default)), Is.EqualTo((true, false)));
        Assert.That(await WriteAsync(date, 15, now.CountedAt), Is.Null, "what was taken out is not corrected");
    }

    [Test]
    public async Task Answers_are_counted_and_not_kept_and_readers_are_told_nothing()
    {
        var head = await Site.Feed.HeadAsync(default);
        var (id, key) = (Guid.NewGuid(), Guid.NewGuid());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(answer => Ledger.AnswerAsync(id, key, Evening, answer % 2 == 0 ? 5 : 2, default)));
        await WriteAsync(Date("Kor"), 10, null);

        var (_, feedback) = await Ledger.ReadAsync(default);
        Assert.Multiple(async () =>
        {
            Assert.That(feedback.OrderBy(tally => tally.Score), Is.EqualTo(new[] { new FeedbackTally(id, Evening, 2, 3), new FeedbackTally(id, Evening, 5, 3) }));
            Assert.That(await Site.Feed.HeadAsync(default), Is.EqualTo(head), "neither a count nor an answer is a publishing");
        });
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Ledger.AnswerAsync(id, key, Evening, 6, default));
    }

    private Task<AttendanceCount?> WriteAsync(AttendedDate date, int total, DateTimeOffset? known) =>
        Ledger.WriteAsync(date, new AttendedBy(total), "Talt", null, Site.Editor, known, default);

    private static AttendedDate Date(string title) => new(Guid.NewGuid(), Guid.NewGuid(), title, Evening, null, null, false, false, []);
}
