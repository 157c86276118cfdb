using System.Net;
using System.Net.Http.Json;
using Hedensted.GraphQL;
using Hedensted.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary><c>POST /graphql</c> goes past sign-in, but not past what every answer has.</summary>
public class ShortWayTests
{
    private readonly BreakableOptions _options = new();
    private CmsFactory _site = null!;

    [SetUp]
    public void Start() => _site = new CmsFactory();

    [TearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public async Task It_has_the_headers_of_every_answer()
    {
        using var client = _site.Stranger();
        using var answer = await AskAsync(client);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        AssertHeaders(answer);
    }

    [Test]
    public async Task A_failure_is_told_cleanly()
    {
        await using var breakable = _site.WithWebHostBuilder(
            host => host.ConfigureTestServices(services => services.AddSingleton<IOptions<PublicGraphQLOptions>>(_options)));
        using var client = breakable.CreateClient();
        using (var whole = await AskAsync(client))
        {
            Assert.That(whole.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        _options.IsBroken = true;
        using var answer = await AskAsync(client);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        });
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain(BreakableOptions.Secret));
        AssertHeaders(answer);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client) => client.PostAsJsonAsync("/graphql", new { query = "{ branches { title } }" });

    private static void AssertHeaders(HttpResponseMessage answer) => Assert.Multiple(() =>
    {
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "strict-origin-when-cross-origin" }));
        Assert.That(answer.Headers.GetValues("Cross-Origin-Opener-Policy"), Is.EqualTo(new[] { "same-origin" }));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(new[] { "default-src 'none'; frame-ancestors 'none'" }));
    });

    private sealed class BreakableOptions : IOptions<PublicGraphQLOptions>
    {
        public const string Secret = "a word from our insides";
        private readonly PublicGraphQLOptions _value = new();

        public bool IsBroken { get; set; }

        public PublicGraphQLOptions Value => IsBroken ? throw new InvalidOperationException(Secret) : _value;
    }
}
