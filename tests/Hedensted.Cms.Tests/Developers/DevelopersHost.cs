using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hedensted.Bibliotek.Examples;
using Hedensted.Content.Changes;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Developers;

/// <summary>One host with the starting content and its examples, for the tests of this folder.</summary>
[SetUpFixture]
public sealed class DevelopersHost
{
    /// <summary>The host.</summary>
    public static CmsFactory Host { get; private set; } = null!;

    /// <summary>The signed-in administrator.</summary>
    public static Editor Rikke { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Host = new CmsFactory();
        Rikke = await Host.SignInAsync();
        await Host.Service<ExampleContent>().AddAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Rikke?.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Asks over HTTP, as a web developer does.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">A JSON object, or null.</param>
    /// <param name="position">What must have been published when it is answered.</param>
    public static async Task<JsonElement> AskAsync(string query, JsonElement? variables = null, ChangePosition? position = null)
    {
        using var client = Host.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (position is { } minimum)
        {
            request.Headers.Add("Hedensted-Min-Position", minimum.ToString());
        }

        using var response = await client.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
