using Hedensted.Content.Changes;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Changes;

/// <summary>What became of dates, kept beside the content.</summary>
internal sealed class DateMemoryTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private DateMemory Memory => Site.Services.GetRequiredService<DateMemory>();

    [Test]
    public async Task What_is_remembered_is_read_as_it_was_and_changes_only_when_something_does()
    {
        Assert.That((await Memory.ReadAsync(default)).Since, Is.Null);
        var first = Date(print: 7, DateMemory.FromTheStart) with { Uuid = Guid.NewGuid() };
        var many = Enumerable.Range(0, 600).Select(number => Date(number, DateMemory.FromTheStart)).ToList();
        await Memory.RememberAsync([first, .. many], default);
        await Memory.BeginAsync(Monday.AddDays(40), default); // by a clock that was ahead
        await Memory.BeginAsync(Monday, default);
        await Memory.BeginAsync(Monday.AddDays(1), default);
        var (since, dates) = await Memory.ReadAsync(default);
        Assert.That((since, dates.Length, dates.Single(date => date.Id == first.Id)), Is.EqualTo(((DateTimeOffset?)Monday, 601, first)));

        var changed = first with { Print = -7, ChangedAt = Monday };
        await Memory.RememberAsync([changed], default);
        await Memory.RememberAsync([changed with { ChangedAt = Monday.AddHours(-1) }], default);
        Assert.That(await FindAsync(first.Id), Is.EqualTo(changed), "what is so already keeps its moment");

        var gone = changed with { IsGone = true, ChangedAt = Monday.AddHours(1) };
        await Memory.RememberAsync([gone], default);
        Assert.That(await FindAsync(first.Id), Is.EqualTo(gone));
    }

    [Test]
    public async Task What_went_long_ago_is_forgotten_and_so_is_that_nothing_was_missed_until_then()
    {
        var (old, newer, there) = (Date(1, Monday.AddDays(-100)) with { IsGone = true }, Date(2, Monday) with { IsGone = true }, Date(3, Monday.AddDays(-100)));
        await Memory.RememberAsync([old, newer, there], default);
        await Memory.BeginAsync(Monday.AddDays(-200), default);
        await Memory.ForgetAsync(Monday.AddDays(-90), default);
        await Memory.ForgetAsync(Monday.AddDays(-95), default);
        var (since, dates) = await Memory.ReadAsync(default);
        Assert.That((since, dates.Select(date => date.Id).Order()), Is.EqualTo(((DateTimeOffset?)Monday.AddDays(-90), new[] { newer.Id, there.Id }.Order())));
    }

    private async Task<RememberedDate> FindAsync(Guid id) => (await Memory.ReadAsync(default)).Dates.Single(date => date.Id == id);

    private static RememberedDate Date(long print, DateTimeOffset changedAt) => new(Guid.NewGuid(), Guid.NewGuid(), 1, print, changedAt, IsGone: false, null);
}
