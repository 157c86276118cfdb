using System.Net;
using System.Net.Http.Headers;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The schema at an address of its own, for tools.</summary>
public class SchemaAddressTests
{
    [Test]
    public async Task The_schema_is_read_once_and_then_only_when_it_is_another_one()
    {
        using var http = new HttpClient { BaseAddress = RunningSite.Cms.Address };
        using var first = await http.GetAsync("/graphql/schema.graphql");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var again = await http.SendAsync(request);
        Assert.Multiple(async () =>
        {
            Assert.That(first.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/graphql; charset=utf-8"));
            Assert.That(await first.Content.ReadAsStringAsync(), Does.Contain("type Subscription"));
            Assert.That(first.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=60"));
            Assert.That((again.StatusCode, again.Headers.ETag), Is.EqualTo((HttpStatusCode.NotModified, first.Headers.ETag)));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
        });
    }
}
