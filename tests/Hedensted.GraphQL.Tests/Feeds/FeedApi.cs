using System.Text;
using Hedensted.GraphQL.Feeds;
using Hedensted.GraphQL.Feeds.Http;
using Hedensted.GraphQL.Tests.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>The feeds as a host adds them, asked request by request without a server.</summary>
internal sealed class FeedApi(Library? library = null, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly HttpApi _api = new(library, services => services.AddPublicFeeds(), settings);

    public Library Library => _api.Library;

    public void Publish(long position) => _api.Publish(position);

    public T Service<T>()
        where T : notnull => _api.Service<T>();

    /// <summary>Asks for an address below <c>https://bibliotek.example</c>.</summary>
    public async Task<HttpResponse> GetAsync(string address, Action<HttpRequest>? more = null)
    {
        var uri = new Uri(new Uri("https://bibliotek.example"), address);
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = ("GET", "https", new HostString(uri.Host));
        (context.Request.Path, context.Request.QueryString) = (PathString.FromUriComponent(uri), QueryString.FromUriComponent(uri));
        context.Response.Body = new MemoryStream();
        more?.Invoke(context.Request);
        var feed = PublicFeeds.All.First(feed => Matches(feed, context.Request));
        await Service<FeedEndpoint>().HandleAsync(context, feed);
        await context.Response.BodyWriter.FlushAsync();
        return context.Response;
    }

    /// <summary>The body of an answer that is expected to be there.</summary>
    public async Task<string> ReadAsync(string address)
    {
        var response = await GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(200), TextOf(response));
        return TextOf(response);
    }

    public static string TextOf(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private static bool Matches(Feed feed, HttpRequest request)
    {
        var values = new RouteValueDictionary();
        var isMatch = new TemplateMatcher(TemplateParser.Parse(feed.Pattern), []).TryMatch(request.Path, values);
        request.RouteValues = values;
        return isMatch;
    }
}
