using Hedensted.Cms.Operations.Logs;
using Microsoft.Extensions.Logging;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What administrators search the log for.</summary>
public class LogFilterTests
{
    private static readonly LogEntry Entry = new(
        DateTimeOffset.UnixEpoch, LogLevel.Error, "Hedensted.Cms.Management", "{Method} {Path} failed with {Status}", "GET /umbraco failed with 500",
        [new("Method", "GET"), new("Path", "/umbraco"), new("Status", "500")], "InvalidOperationException: it's broken");

    [TestCase("", true)]
    [TestCase("failed with", true)]
    [TestCase("lykkedes", false)]
    [TestCase("@Level = 'Error'", true)]
    [TestCase("@Level='Fatal' or @Level='Error' or Has(@Exception)", true)]
    [TestCase("Not(@Level='Verbose') and Not(@Level='Debug')", true)]
    [TestCase("Not(@Level='Error')", false)]
    [TestCase("StartsWith(SourceContext, 'Hedensted')", true)]
    [TestCase("StartsWith(SourceContext, 'Umbraco')", false)]
    [TestCase("Path like '%brac%'", true)]
    [TestCase("Status >= 500 and (Method = 'POST' or Method = 'GET')", true)]
    [TestCase("Status > 500", false)]
    [TestCase("Has(Missing)", false)]
    [TestCase("Contains(@Exception, 'it''s')", true)]
    [TestCase("Method <> 'GET'", false)]
    [TestCase("Status >", false)]
    [TestCase("((((((((((((((((((((((((((((((x", false)]
    public void A_line_is_found_by_what_stands_in_it(string filter, bool found) => Assert.That(LogFilter.Of(filter)(Entry), Is.EqualTo(found));

    [Test]
    public void The_log_keeps_the_newest_lines_with_their_parts_and_no_more_than_it_may()
    {
        using var log = new RecentLog(TimeProvider.System);
        var logger = log.CreateLogger("Prøve");
        for (var number = 0; number <= RecentLog.Most; number++)
        {
            var state = new KeyValuePair<string, object?>[] { new("Number", number), new("{OriginalFormat}", "Nummer {Number}") };
            logger.Log(LogLevel.Information, default, state, null, (parts, _) => $"Nummer {parts[0].Value}");
        }

        var lines = log.Read();
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Count.EqualTo(RecentLog.Most));
            Assert.That(lines[0].Message, Is.EqualTo("Nummer 1"));
            Assert.That(lines[^1].Properties.Single(), Is.EqualTo(KeyValuePair.Create("Number", $"{RecentLog.Most}")));
            Assert.That(lines[^1].Template, Is.EqualTo("Nummer {Number}"));
        });
    }
}
