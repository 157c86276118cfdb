using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>The evening is over: somebody counts with one hand, and somebody who was there says what they thought.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class CountTests : BackofficeTests
{
    private const string Counts = "hedensted-counts-dashboard";

    [Test]
    public async Task What_was_held_is_counted_by_the_keyboard_corrected_on_a_phone_and_thought_well_of()
    {
        var yesterday = DanishTime.Today.AddDays(-1);
        var (first, second) = ($"Kor {Guid.NewGuid():N}"[..12], $"Foredrag {Guid.NewGuid():N}"[..18]);
        using var session = await SignInAsync();
        await session.PublishEventAsync(first, yesterday.AddHours(19));
        await session.PublishEventAsync(second, yesterday.AddHours(10));

        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync("section/content/dashboard/taelling");
        if (DanishTime.Today is { Day: 1, Month: 1 or 7 })
        {
            await page.Locator($"{Counts} button.link").ClickAsync(); // yesterday was the half-year before
        }

        var missing = page.Locator($"{Counts} section").First;
        await Assertions.Expect(missing).ToContainTextAsync(first);
        Assert.That(await Accessibility.BreachesAsync(page, Counts), Is.Empty);
        await backoffice.PictureAsync("counts");

        // Open, a number, Enter: and the keyboard stands at the next one.
        await missing.Locator("li").Filter(new() { HasText = first }).GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var total = page.Locator($"{Counts} input[name='total']");
        await Assertions.Expect(total).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("34");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("40");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"{Counts} [role=alert]")).ToHaveTextAsync("Aldersgrupperne giver 40 tilsammen, og det er flere end 34 i alt.");
        Assert.That(await Accessibility.BreachesAsync(page, Counts), Is.Empty);
        await backoffice.PictureAsync("counts-form");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("20");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"{Counts} .told")).ToHaveTextAsync($"«{first}» er talt: 34.");
        var done = page.Locator($"{Counts} section").Nth(1).Locator("li").Filter(new() { HasText = first });
        await Assertions.Expect(done).ToContainTextAsync("34 i alt · 20 børn 0–14 · talt");
        await Assertions.Expect(missing.Locator("li").Filter(new() { HasText = first })).ToHaveCountAsync(0);
        await Assertions.Expect(missing.Locator("li").Filter(new() { HasText = second }).Locator("uui-button")).ToBeFocusedAsync();

        // Somebody remembers the late ones on the way home.
        await page.SetViewportSizeAsync(390, 844);
        await done.GetByRole(AriaRole.Button).ClickAsync();
        await total.FillAsync("36");
        Assert.That(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing is pushed off the phone");
        await backoffice.PictureAsync("counts-phone");
        await page.Locator($"{Counts} form").GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();
        await Assertions.Expect(done).ToContainTextAsync("36 i alt");
        await page.SetViewportSizeAsync(1280, 800);

        // How was it? Without a script.
        await using var citizens = await page.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        var citizen = await citizens.NewPageAsync();
        var address = At($"/arrangementer/{first.ToLowerInvariant().Replace(' ', '-')}").ToString();
        await page.GotoAsync(address); // what looks for barriers is itself a script
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        await citizen.GotoAsync(address);
        await citizen.Locator(".opinion label").Nth(4).ClickAsync();
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Send svar" }).ClickAsync();
        await Assertions.Expect(citizen.Locator("#mening")).ToContainTextAsync("Tak for dit svar");
        Assert.That(await citizens.CookiesAsync(), Is.Empty);
        Assert.That(backoffice.Faults, Is.Empty);
    }
}
