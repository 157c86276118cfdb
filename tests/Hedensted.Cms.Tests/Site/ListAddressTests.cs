using System.Net;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Site;

/// <summary>Addresses of lists as they come: cut off in a letter, typed by hand, from a year ago.</summary>
public class ListAddressTests
{
    private CmsFactory _host = null!;
    private HttpClient _citizen = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _host = new CmsFactory();
        _citizen = _host.Stranger();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _citizen.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase("/?hus=hedensted&efter=x", "/?hus=hedensted")]
    [TestCase("/?efter=eyJhIjoxfQ", "/")]
    [TestCase("/soeg?q=bog&slags=arrangementer&efter=%00%FF", "/soeg?q=bog&slags=arrangementer")]
    [TestCase("/soeg?q=bog&efter=x", "/soeg?q=bog")]
    public async Task A_page_of_a_list_that_never_was_is_its_first(string address, string expected)
    {
        using var answer = await _citizen.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, expected)));
        using var first = await _citizen.GetAsync(answer.Headers.Location);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/?fra=2026-12-24&til=2026-12-01")]
    [TestCase("/?fra=9999-12-31&til=0001-01-01")]
    [TestCase("/?fra=0001-01-01&til=9999-12-31")]
    [TestCase("/?til=0001-01-01")]
    [TestCase("/?fra=i-morgen&til=x")]
    [TestCase("/?hus=findes-ikke&fokus=a&fokus=b&for=NOBODY")]
    [TestCase("/?hus=%00&fokus=%00&s=%00")]
    [TestCase("/?s=%22%20OR%20(((%20*%20%2D")]
    [TestCase("/?s=\ud83d\ude00")]
    [TestCase("/soeg?q=%00")]
    [TestCase("/soeg?q=%22%20OR%20(((%20*%20%2D&slags=ukendt")]
    [TestCase("/soeg?q=")]
    [TestCase("/soeg")]
    public async Task Whatever_is_asked_of_a_list_it_has_an_answer(string address)
    {
        using var answer = await _citizen.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("</html>"));
    }
}
