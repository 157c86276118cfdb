using Hedensted.Content.Storage;

namespace Hedensted.Content.Tests.Storage;

/// <summary>Lines of a log that were written in the same millisecond stand in the order in which they were written.</summary>
public class SequentialKeysTests
{
    [Test]
    public void They_sort_as_they_were_made_also_when_somebody_with_a_later_time_writes_in_between()
    {
        var now = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
        var keys = new SequentialKeys();

        Guid[] made = [keys.Next(now), Between(), keys.Next(now), Between(), keys.Next(now), keys.Next(now.AddMilliseconds(2))];

        Assert.That(made.Where((_, index) => index is not (1 or 3)), Is.Ordered);
        Assert.That(made, Is.Unique);

        Guid Between() => keys.Next(now.AddMilliseconds(1));
    }
}
