using System.Text.Json;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Cms.Tests.Management;

/// <summary>What the backoffice can show when something is refused.</summary>
public class ProblemTests
{
    private static readonly EditingStatus[] Refusals =
        [.. Enum.GetValues<EditingStatus>().Except([EditingStatus.Success, EditingStatus.ConcurrencyViolation])];

    private static readonly PublishingStatus[] PublishRefusals = [.. Enum.GetValues<PublishingStatus>().Except([PublishingStatus.Success])];

    [TestCaseSource(nameof(Refusals))]
    public void Every_refused_edit_says_what_to_do(EditingStatus status) => Assert.Multiple(() =>
    {
        foreach (var kind in Enum.GetValues<NodeKind>())
        {
            var problem = NodeProblems.From(status, kind);
            Assert.That(problem.Title, Is.Not.Empty);
            Assert.That(problem.Detail, Is.Not.Empty);
            Assert.That(problem.OperationStatus, Is.EqualTo(status.ToString()));
        }
    });

    [TestCaseSource(nameof(PublishRefusals))]
    public void Every_refused_publish_says_what_to_do(PublishingStatus status)
    {
        var problem = NodeProblems.From(status);
        Assert.That(problem.Detail, Is.Not.Empty);
        Assert.That(problem.OperationStatus, Is.EqualTo(status.ToString()));
    }

    [Test]
    public async Task What_is_not_known_is_left_out_for_null_would_make_the_backoffice_throw_the_answer_away()
    {
        var (context, json) = await ExecuteAsync(new Problem(StatusCodes.Status400BadRequest, "Nej"), HttpMethods.Put);
        Assert.Multiple(() =>
        {
            Assert.That(context.Response.StatusCode, Is.EqualTo(400));
            Assert.That(json.GetProperty("type").GetString(), Is.EqualTo("Error"));
            Assert.That(json.GetProperty("title").GetString(), Is.EqualTo("Nej"));
            Assert.That(json.GetProperty("status").GetInt32(), Is.EqualTo(400));
            foreach (var name in (string[])["detail", "instance", "operationStatus", "errors"])
            {
                Assert.That(json.TryGetProperty(name, out _), Is.False, name);
            }
        });
    }

    [Test]
    public async Task A_refusal_that_the_backoffice_throws_away_also_travels_as_a_message()
    {
        var (written, _) = await ExecuteAsync(Problems.Forbidden("udgive siden"), HttpMethods.Put);
        var (read, _) = await ExecuteAsync(Problems.NotFound("Siden"), HttpMethods.Get);
        Assert.Multiple(() =>
        {
            Assert.That(written.Response.Headers[Notifications.Header].ToString(), Does.Contain("udgive siden"));
            Assert.That(read.Response.Headers.ContainsKey(Notifications.Header), Is.False, "a missing page is no message");
        });
    }

    [TestCase(StorageProblem.DatabaseLocked, 503)]
    [TestCase(StorageProblem.Unreachable, 503)]
    [TestCase(StorageProblem.DiskFull, 507)]
    public void A_database_that_fails_says_that_nothing_is_saved(StorageProblem storage, int status)
    {
        var problem = ManagementErrors.ProblemOf(new StorageUnavailableException(storage));
        Assert.That(problem.Status, Is.EqualTo(status));
        Assert.That(problem.Detail, Does.Contain("ikke gemt"));
    }

    [Test]
    public void An_error_of_ours_tells_nothing_about_our_insides()
    {
        var problem = ManagementErrors.ProblemOf(new InvalidOperationException("Password=hemmelig"));
        Assert.That(problem.Status, Is.EqualTo(500));
        Assert.That($"{problem.Title} {problem.Detail}", Does.Not.Contain("hemmelig"));
    }

    private static async Task<(HttpContext Context, JsonElement Json)> ExecuteAsync(Problem problem, string method)
    {
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = method;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await problem.ExecuteAsync(context);
        return (context, JsonDocument.Parse(body.ToArray()).RootElement);
    }
}
