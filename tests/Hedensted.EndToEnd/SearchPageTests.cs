using System.Text.RegularExpressions;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A citizen looks for something: with eyes, keyboard and phone, without scripts.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class SearchPageTests : SiteTests
{
    private static readonly string[] Pages = ["/soeg", "/soeg?q=b%C3%B8rn", "/soeg?q=biblotek", "/soeg?q=findesikke", "/soeg?q=suppe+strategi+fest", "/soeg?q=hedensted&slags=steder"];

    [TestCaseSource(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_desktop(string path) => await AssertAccessibleAsync(path, 1280, 900, phone: false);

    [TestCaseSource(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_phone(string path) => await AssertAccessibleAsync(path, 390, 844, phone: true);

    [Test]
    public async Task Words_are_typed_in_the_header_and_found_in_any_form()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync(At("/strategi"));
        await PictureAsync(page, "soeg-felt");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Søg på hele siden" }).FillAsync("bræt spille");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/soeg\\?q=br%C3%A6t\\+spille$"));
        var first = page.Locator(".found li").First;
        await Assertions.Expect(first.GetByRole(AriaRole.Link, new() { Name = "Brætspil og suppe" })).ToBeVisibleAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(await first.Locator("h2").InnerTextAsync(), Is.EqualTo("Brætspil og suppe"), "no space inside a word");
            Assert.That(await first.Locator("h2 mark").AllInnerTextsAsync(), Is.EqualTo(new[] { "Brætspil" }));
            Assert.That(await first.InnerTextAsync(), Does.Contain("Arrangement").And.Contain("Hedensted Bibliotek"));
            Assert.That(await page.Locator("meta[name=robots]").GetAttributeAsync("content"), Is.EqualTo("noindex"));
        });
        await first.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Brætspil og suppe", Level = 1 })).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_field_in_the_header_has_room_on_a_phone()
    {
        await using var window = await Browser.OpenAsync(360, 740, phone: true);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/strategi"));
        await PictureAsync(page, "soeg-felt-360");
        var field = await page.GetByRole(AriaRole.Searchbox).BoundingBoxAsync();
        Assert.That(field!.Width, Is.GreaterThan(200));
        Assert.That(field.Height, Is.GreaterThanOrEqualTo(44), "for a finger");
    }

    [Test]
    public async Task A_misspelled_word_is_found_and_one_press_gives_the_right_one()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/soeg?q=skriveverksted+nowelle"));
        await Assertions.Expect(page.Locator(".found h2").First).ToHaveTextAsync("Skriv din første novelle");
        await page.GetByRole(AriaRole.Link, new() { Name = "skriveværksted novelle" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("skriveværksted novelle");
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator(".found h2").First.InnerTextAsync(), Is.EqualTo("Skriv din første novelle"));
            Assert.That(await page.GetByText("Mente du").CountAsync(), Is.Zero);
        });
    }

    [Test]
    public async Task Kinds_narrow_what_was_found_and_places_have_pages()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/soeg?q=plejehjem"));
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Vis kun" }).GetByRole(AriaRole.Link, new() { Name = "Steder" }).ClickAsync();
        await Assertions.Expect(page.Locator(".found li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Et plejehjem" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Et plejehjem", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".card").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_is_over_comes_last_and_says_so()
    {
        var word = $"Havtorn{Guid.NewGuid():N}";
        using var editor = await SignInAsync();
        await editor.PublishEventAsync(word, DanishTime.Today.AddDays(-40).AddHours(10));
        await editor.PublishEventAsync($"{word} og andet godt", DanishTime.Today.AddDays(40).AddHours(10));
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At($"/soeg?q={word}"));
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator(".found h2").AllInnerTextsAsync(), Is.EqualTo(new[] { $"{word} og andet godt", word }));
            Assert.That(await page.GetByText("Afholdt").CountAsync(), Is.EqualTo(1));
            Assert.That(await page.Locator(".found li").Nth(1).InnerTextAsync(), Does.Contain("Afholdt"));
        });
    }

    [Test]
    public async Task Nothing_typed_and_nothing_found_say_what_to_do()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/soeg?q="));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hvad leder du efter?" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("qwxyzzq");
        await page.GetByRole(AriaRole.Button, new() { Name = "Søg" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Vi fandt ikke noget" })).ToBeVisibleAsync();
        Assert.That(await (await page.APIRequest.GetAsync(At("/sitemap.xml"))).TextAsync(), Does.Not.Contain("/soeg"));
    }

    private async Task AssertAccessibleAsync(string path, int width, int height, bool phone)
    {
        await using var window = await Browser.OpenAsync(width, height, phone);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At(path));
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), "nothing to scroll sideways");
        await PictureAsync(page, string.Concat($"soeg-{path[5..]}-{width}".Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')));
    }

    private static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true })
        : Task.CompletedTask;
}
