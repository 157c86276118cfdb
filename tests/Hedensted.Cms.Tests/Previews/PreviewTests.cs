using System.Net;
using System.Net.Http.Json;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Previews;

/// <summary>«Vis kladde»: who has the address sees the draft, everybody else what is published, and no cache ever holds a draft.</summary>
public class PreviewTests
{
    private static readonly Guid Term = new("cfcfa0f7-fcd5-5fac-bac8-1d0c7d36f963");
    private CmsFactory _host = null!;
    private Editor _rikke = null!;
    private HttpClient _citizen = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = new CmsFactory();
        _rikke = await _host.SignInAsync();
        _citizen = _host.Stranger();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _rikke?.Dispose();
        _citizen?.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_draft_is_shown_to_who_has_the_address_and_to_nobody_else()
    {
        var (id, url) = await DraftAsync("Ordet før", "Forklaring A", "Forklaring B");
        using var page = await _citizen.GetAsync(url);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(text, Does.Contain("Forklaring B").And.Contain("Afslut forhåndsvisning"));
            Assert.That(page.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(page.Headers.GetValues("X-Robots-Tag").Single(), Is.EqualTo("noindex"));
            Assert.That(page.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        });

        var published = await _citizen.GetStringAsync(new Uri(url.ToString().Split('?')[0], UriKind.Relative));
        Assert.That(published, Does.Contain("Forklaring A").And.Not.Contain("Forklaring B").And.Not.Contain("Afslut forhåndsvisning"));
        Assert.That(id, Is.Not.EqualTo(Guid.Empty));
    }

    [Test]
    public async Task The_same_operation_gives_the_draft_with_the_token_and_never_from_a_cache()
    {
        var (id, url) = await DraftAsync("Ordet i data", "Udgivet tekst", "Kladdens tekst");
        var token = url.ToString().Split("kladde=")[1];
        for (var round = 0; round < 3; round++)
        {
            Assert.That(await AskAsync(id, null), Does.Contain("Udgivet tekst").And.Not.Contain("Kladdens tekst"), $"round {round}");
            Assert.That(await AskAsync(id, token), Does.Contain("Kladdens tekst"), $"round {round}");
        }

        await _rikke.SaveAsync(id, ("definition", "Kladdens anden tekst"));
        Assert.That(await AskAsync(id, token), Does.Contain("Kladdens anden tekst"), "what is saved is seen at once");
    }

    [Test]
    public async Task A_preview_that_has_ended_shows_nothing()
    {
        var (id, url) = await DraftAsync("Ordet der slutter", "Gammel", "Ny");
        var token = url.ToString().Split("kladde=")[1];
        using var ended = await _citizen.PostAsync(new Uri("/forhaandsvisning/afslut", UriKind.Relative), new FormUrlEncodedContent([new("kladde", token)]));
        using var page = await _citizen.GetAsync(url);
        using var data = await SendAsync(id, token);
        Assert.Multiple(() =>
        {
            Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(ended.Headers.Location?.ToString(), Is.EqualTo(url.ToString().Split('?')[0]));
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(data.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
        Assert.That(await data.Content.ReadAsStringAsync(), Does.Contain("PREVIEW_ENDED"));
    }

    [Test]
    public async Task A_screen_shows_the_draft_and_keeps_nothing_of_it()
    {
        var (id, _) = await DraftAsync("Ordet på skærmen", "Gammel", "Ny");
        var info = await _rikke.GetAsync($"document/{id}/preview-url?providerAlias=hedenstedScreen");
        var url = info!["url"]!.GetValue<string>();
        Assert.That(url, Does.StartWith("/skaerm/"));
        using var screen = await _citizen.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Multiple(() =>
        {
            Assert.That(screen.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(screen.Headers.CacheControl?.NoStore, Is.True);
        });
        Assert.That(await screen.Content.ReadAsStringAsync(), Does.Contain("data-preview").And.Contain("Afslut forhåndsvisning"));
        Assert.That(await _citizen.GetStringAsync(new Uri(url.Split('?')[0], UriKind.Relative)), Does.Not.Contain("data-preview").And.Not.Contain("Afslut forhåndsvisning"));
    }

    [Test]
    public async Task Signing_out_of_previews_ends_them_all()
    {
        var (_, url) = await DraftAsync("Ordet for alle", "Gammel", "Ny");
        await _rikke.DoAsync(HttpMethod.Delete, "preview");
        using var page = await _citizen.GetAsync(url);
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    private async Task<(Guid Id, Uri Url)> DraftAsync(string name, string published, string draft)
    {
        var (id, position) = await _rikke.CreateAndPublishAsync(Term, $"{name} {Guid.NewGuid():N}", Bibliotek.StartingSite.Terms, ("title", name), ("definition", published));
        await _rikke.SaveAsync(id, ("definition", draft));
        using var question = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        question.Headers.Add("Accept", "application/json");
        question.Headers.Add("Hedensted-Min-Position", position.ToString());
        using var caughtUp = await _citizen.SendAsync(question);
        var info = await _rikke.GetAsync($"document/{id}/preview-url?providerAlias=umbDocumentUrlProvider");
        return (id, new Uri(info!["url"]!.GetValue<string>(), UriKind.Relative));
    }

    private async Task<string> AskAsync(Guid id, string? token)
    {
        using var answer = await SendAsync(id, token);
        if (token is not null)
        {
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        }

        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(Guid id, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "query Term($id: ID!) { content(id: $id) { name ... on Term { explanation } } }", variables = new { id } }),
        };
        request.Headers.Add("Accept", "application/json");
        if (token is not null)
        {
            request.Headers.Add("Hedensted-Preview", token);
        }

        return await _citizen.SendAsync(request);
    }
}
