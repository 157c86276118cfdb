using System.Net;
using Hedensted.Bibliotek;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Redirects;

/// <summary>A link to where a page stood still leads to it.</summary>
public class SiteRedirectTests
{
    private static readonly Guid Term = new("cfcfa0f7-fcd5-5fac-bac8-1d0c7d36f963");

    [Test]
    public async Task A_renamed_page_answers_at_its_old_address_with_its_new_one()
    {
        await using var host = new CmsFactory();
        using var rikke = await host.SignInAsync();
        using var citizen = host.Stranger();
        var (id, _) = await rikke.CreateAndPublishAsync(Term, "Navn 0", StartingSite.Terms, ("title", "Ordet"), ("definition", "Forklaret"));

        // Addresses are noted behind the editions: one that was given and left at once may not have been seen. So the page is renamed until one was.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var round = 1; ; round++)
        {
            var old = await AddressAsync(rikke, id);
            await RenameAsync(rikke, id, $"Navn {round}");
            var now = await AddressAsync(rikke, id);
            Assert.That(now, Is.Not.EqualTo(old));
            using var answer = await citizen.GetAsync(new Uri(old, UriKind.Relative), patience.Token);
            if (answer.StatusCode == HttpStatusCode.MovedPermanently)
            {
                Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(now));
                break;
            }

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var never = await citizen.GetAsync(new Uri("/har-aldrig-vaeret-her", UriKind.Relative), patience.Token);
        Assert.That(never.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<string> AddressAsync(Editor editor, Guid id) =>
        (await editor.GetAsync($"document/urls?id={id}"))![0]!["urlInfos"]![0]!["url"]!.GetValue<string>();

    private static async Task RenameAsync(Editor editor, Guid id, string name)
    {
        var body = await editor.OpenAsync(id);
        body["variants"]![0]!["name"] = name;
        await editor.DoAsync(HttpMethod.Put, $"document/{id}", body);
        await editor.PublishAsync(id);
    }
}
