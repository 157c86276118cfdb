namespace Hedensted.EndToEnd;

public class SmokeTests
{
    [Test]
    public async Task Chromium_starts()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.SetContentAsync("<title>hej</title>");
        Assert.That(await page.TitleAsync(), Is.EqualTo("hej"));
    }
}
