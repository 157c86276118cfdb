using Hedensted.Testing;

namespace Hedensted.EndToEnd;

/// <summary>What hangs on the wall in a branch: never blank, never stale, readable at five metres.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class ScreenTests : SiteTests
{
    [Test]
    public async Task What_is_published_comes_by_itself_and_what_is_withdrawn_goes()
    {
        await using var window = await Browser.OpenAsync(1920, 1080);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/skaerm/hedensted"));
        await page.Locator(".events li, .slide").First.WaitForAsync();
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        // Today and soonest, so that it stands first in the list whatever else there is.
        var title = $"Lige om lidt {Guid.NewGuid():N}"[..30];
        using var editor = await SignInAsync();
        var (key, _) = await editor.PublishEventAsync(title, DanishTime.Now.AddMinutes(2));
        await page.WaitForFunctionAsync("title => document.body.innerText.includes(title)", title, new() { Timeout = 30_000 });

        using var answer = await editor.CallAsync(HttpMethod.Put, $"/document/{key}/unpublish", new { cultures = (string[]?)null });
        answer.EnsureSuccessStatusCode();
        await page.WaitForFunctionAsync("title => !document.body.innerText.includes(title)", title, new() { Timeout = 15_000 });
        Assert.That(await page.EvaluateAsync<bool>("() => window.notReloaded === true"), "the page was loaded anew");
    }

    [Test]
    public async Task A_screen_whose_server_is_gone_keeps_its_programme_also_when_it_is_switched_off_and_on()
    {
        await using var cms = await CmsProcess.StartAsync();
        await using var window = await Browser.OpenAsync(1920, 1080);
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(cms.Address, "/skaerm/hedensted").ToString());
        await page.EvaluateAsync("""
            async () => {
              const needed = [location.href, document.querySelector('link[rel=stylesheet]').href, document.querySelector('script[src]').src];
              const isKept = async () => navigator.serviceWorker.controller && localStorage.length > 0
                && (await Promise.all(needed.map(address => caches.match(address)))).every(Boolean);
              while (!await isKept()) await new Promise(requestAnimationFrame);
            }
            """).WaitAsync(TimeSpan.FromSeconds(30));

        await cms.KillAsync();
        await page.Locator("#offline").WaitForAsync(new() { Timeout = 15_000 });
        Assert.That((await page.Locator("#stage").InnerTextAsync()).Trim(), Is.Not.Empty, "right after");

        await page.ReloadAsync();
        await page.Locator(".events li, .slide").First.WaitForAsync();
        await page.EvaluateAsync("async () => { await document.fonts.ready; }");
        Assert.Multiple(async () =>
        {
            Assert.That((await page.Locator("#stage").InnerTextAsync()).Trim(), Is.Not.Empty, "switched off and on");
            Assert.That(await page.Locator("#clock").InnerTextAsync(), Does.Match("^[0-2][0-9]:[0-5][0-9]$"));
            Assert.That(await page.EvaluateAsync<bool>("() => [...document.fonts].some(font => font.family.includes('Lato') && font.status === 'loaded')"), "the house's letters");
        });
    }

    [TestCase("hedensted", 1920, 1080)]
    [TestCase("hedensted", 1080, 1920)]
    [TestCase("hedensted-staaende", 1080, 1920)]
    [TestCase("hedensted-staaende", 3840, 2160)]
    public async Task Nothing_is_too_small_and_nothing_falls_outside(string screen, int width, int height)
    {
        await using var window = await Browser.OpenAsync(width, height);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At($"/skaerm/{screen}"));
        await page.WaitForFunctionAsync("() => localStorage.length > 0"); // the script has drawn a programme
        await page.EvaluateAsync("async () => { await document.fonts.ready; }");

        // Five metres ask for letters of 25 mm, which is 3.6 % of the shorter side of a 55-inch screen.
        var smallest = await page.EvaluateAsync<double>("""
            () => Math.min(...[...document.querySelectorAll('#screen *')]
              .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
              .filter(element => element.getClientRects().length)
              .map(element => parseFloat(getComputedStyle(element).fontSize))) / Math.min(innerWidth, innerHeight)
            """);
        var outside = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.side > *, .stage > *, .events li')]
              .filter(element => { const box = element.getBoundingClientRect(); return box.width && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1); })
              .map(element => element.className || element.tagName)
            """);
        Assert.Multiple(() =>
        {
            Assert.That(smallest, Is.GreaterThanOrEqualTo(0.0355));
            Assert.That(outside, Is.Empty);
        });
    }

    [Test]
    public async Task A_screen_that_does_not_exist_says_how_to_find_the_right_one()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        var answer = await page.GotoAsync(At("/skaerm/findes-ikke"));
        Assert.Multiple(async () =>
        {
            Assert.That(answer!.Status, Is.EqualTo(404));
            Assert.That(await page.Locator("main").InnerTextAsync(), Does.Contain("Skærme"));
        });
    }
}
