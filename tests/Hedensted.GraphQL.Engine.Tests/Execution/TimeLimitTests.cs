using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

public class TimeLimitTests
{
    private sealed class Clock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp() => Now;
    }

    [Test]
    public void An_answer_that_takes_too_long_is_given_up()
    {
        var clock = new Clock();
        var item = new ObjectType<Uri>("Item").Field("slow", Scalars.Int, _ => (int)(clock.Now += 10));
        var answer = Answers.AskOf(
            query => query.Field("items", item.List(), _ => Enumerable.Repeat(new Uri("https://example.org"), 1_000)),
            "{ items { slow } }",
            options: new EngineOptions { Clock = clock, MaxExecutionTime = TimeSpan.FromSeconds(1) });
        Assert.That(answer, Is.EqualTo(
            """{"data":null,"errors":[{"message":"The answer took longer than 1 seconds; ask for fewer items or fields.","extensions":{"code":"TIMED_OUT"}}]}"""));
        Assert.That(clock.Now, Is.LessThan(3_000), "it stops soon after the limit, not at the end");
    }
}
