namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>GraphQL over HTTP as its own authors check it: the audits of <c>graphql-http</c> against the real program.</summary>
public class AuditTests
{
    [Test]
    public async Task Every_audit_passes_without_an_error_or_a_warning()
    {
        var audits = await NodeClient.RunAsync(null, "audit.js", RunningSite.Address);
        var results = audits.Select(audit => (
            Id: audit.GetProperty("id").GetString(),
            Name: audit.GetProperty("name").GetString(),
            Status: audit.GetProperty("status").GetString(),
            Reason: audit.GetProperty("reason").ToString())).ToList();
        foreach (var (id, name, status, reason) in results)
        {
            await TestContext.Out.WriteLineAsync($"| {id} | {name} | {status} {reason} |");
        }

        Assert.Multiple(() =>
        {
            Assert.That(results, Has.Count.GreaterThan(50));
            Assert.That(results.Where(result => result.Status is not ("ok" or "notice")).Select(result => $"{result.Status} {result.Id} {result.Name}: {result.Reason}"), Is.Empty);
        });
    }
}
