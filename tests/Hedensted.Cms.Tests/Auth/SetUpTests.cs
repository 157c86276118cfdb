using System.Net;
using System.Net.Http.Json;
using Hedensted.Cms.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>The first user of a new site.</summary>
public class SetUpTests
{
    private static readonly (string, string?) NoUser = ("Umbraco:CMS:Unattended:UnattendedUserEmail", "");

    [Test]
    public async Task The_link_makes_an_administrator_who_is_signed_in_at_once()
    {
        await using var host = await AuthHost.StartAsync(NoUser);
        var browser = host.NewBrowser();
        var token = host.Services.GetRequiredService<SetUpLink>().Token;

        Assert.That((await PostAsync(browser, token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await browser.AuthorizeAsync();
        await browser.ExchangeCodeAsync();
        var me = await browser.CallAsync(HttpMethod.Get, "/umbraco/management/api/v1/user/current");
        Assert.That(await me.Content.ReadAsStringAsync(), Does.Contain("\"isAdmin\":true").And.Contain("Birgit Bibliotekar"));
    }

    [Test]
    public async Task The_link_works_once()
    {
        await using var host = await AuthHost.StartAsync(NoUser);
        var token = host.Services.GetRequiredService<SetUpLink>().Token;
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => PostAsync(host.NewBrowser(), token, $"b{number}@hedensted.example")));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That((await host.NewBrowser().GetAsync($"/umbraco/setup?token={token}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("kort")]
    [TestCase("aaaaaaaaaaaaaa")]
    [TestCase("Adgangskode123")]
    [TestCase("birgit-123456")]
    public async Task A_weak_password_is_explained_and_the_link_stays_open(string password)
    {
        await using var host = await AuthHost.StartAsync(NoUser);
        var link = host.Services.GetRequiredService<SetUpLink>();
        var answer = await PostAsync(host.NewBrowser(), link.Token, password: password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Adgangskoden"));
        Assert.That(link.Token, Is.Not.Null);
    }

    [Test]
    public async Task Nobody_makes_a_user_without_the_link()
    {
        await using var host = await AuthHost.StartAsync(NoUser);
        foreach (var token in new[] { null, "", "guess" })
        {
            Assert.That((await PostAsync(host.NewBrowser(), token)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task There_is_no_link_once_there_is_a_user()
    {
        await using var host = await AuthHost.StartAsync();
        Assert.That(host.Services.GetRequiredService<SetUpLink>().Token, Is.Null);
    }

    [Test]
    public void A_weak_password_in_the_configuration_stops_the_start()
    {
        Assert.That(
            async () => await AuthHost.StartAsync(("Umbraco:CMS:Unattended:UnattendedUserPassword", "1234567890")),
            Throws.InvalidOperationException.With.Message.Contains("UnattendedUserPassword"));
    }

    private static Task<HttpResponseMessage> PostAsync(
        AuthBrowser browser, string? token, string email = "birgit@hedensted.example", string password = "en rigtig lang sætning") =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/umbraco/setup")
        {
            Content = JsonContent.Create(new { token, name = "Birgit Bibliotekar", email, password }),
        });
}
