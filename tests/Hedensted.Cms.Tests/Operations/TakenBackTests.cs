using Hedensted.Cms.Operations;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Hedensted.Cms.Tests.Operations;

public class TakenBackTests
{
    [TestCase("HTTP/2", 0, TakenBack.Most, false)]
    [TestCase("HTTP/2", 0, TakenBack.Most + 1, true)]
    [TestCase("HTTP/2", 10_000, TakenBack.Most + 1, true, Description = "answers are not saved up")]
    [TestCase("HTTP/1.1", 0, 2 * TakenBack.Most, false, Description = "there it ends the connection")]
    public async Task Who_takes_back_more_than_they_let_be_answered_is_hung_up_on(string protocol, int answered, int takenBack, bool hungUpOn)
    {
        var connection = new Connection();
        await AskAsync(connection, protocol, answered, takenBack: false);
        await AskAsync(connection, protocol, takenBack, takenBack: true);
        Assert.That(connection.IsHungUpOn, Is.EqualTo(hungUpOn));
    }

    [Test]
    public async Task As_many_answers_as_are_taken_back_do_no_harm()
    {
        var connection = new Connection();
        for (var round = 0; round < 20; round++)
        {
            Assert.That(await AskAsync(connection, "HTTP/2", TakenBack.Most, takenBack: true), Is.Zero, "nothing is begun for nobody");
            Assert.That(await AskAsync(connection, "HTTP/2", TakenBack.Most, takenBack: false), Is.EqualTo(TakenBack.Most));
        }

        Assert.That(connection.IsHungUpOn, Is.False);
    }

    /// <summary>How many were begun.</summary>
    private static async Task<int> AskAsync(Connection connection, string protocol, int times, bool takenBack)
    {
        var begun = 0;
        for (var time = 0; time < times; time++)
        {
            var context = new DefaultHttpContext { Request = { Protocol = protocol }, RequestAborted = new CancellationToken(takenBack) };
            context.Features.Set<IConnectionLifetimeFeature>(connection);
            await TakenBack.AnswerAsync(context, _ =>
            {
                begun++;
                return Task.CompletedTask;
            });
        }

        return begun;
    }

    private sealed class Connection : IConnectionLifetimeFeature
    {
        public bool IsHungUpOn { get; private set; }

        public CancellationToken ConnectionClosed { get; set; }

        public void Abort() => IsHungUpOn = true;
    }
}
