using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A picture for tests, and where one clicks in it.</summary>
internal static class TestPicture
{
    /// <summary>A picture of 1600 × 1000 with a sun in it, drawn by the browser.</summary>
    public static async Task<byte[]> DrawAsync(IPage page, string type) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        type => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1000 });
          const pen = canvas.getContext('2d');
          pen.fillStyle = '#0b4f4a'; pen.fillRect(0, 0, 1600, 1000);
          pen.fillStyle = '#fdb92e'; pen.arc(1200, 250, 150, 0, 7); pen.fill();
          return canvas.toDataURL(type).split(',')[1];
        }
        """,
        type));

    /// <summary>Clicks on a picture, so far from its left and top as shares of it, once it has come to rest: a dialog slides in.</summary>
    public static async Task PointAsync(ILocator picture, float left, float top)
    {
        await picture.EvaluateAsync("""
            async element => {
              const place = () => JSON.stringify(element.getBoundingClientRect());
              const drawn = () => new Promise(done => setTimeout(done, 60));
              for (let before = ''; before !== place(); await drawn()) before = place();
            }
            """).WaitAsync(TimeSpan.FromSeconds(60));
        var box = await picture.BoundingBoxAsync();
        await picture.Page.Mouse.ClickAsync(box!.X + (box.Width * left), box.Y + (box.Height * top));
    }

    /// <summary>Whether the browser has drawn it.</summary>
    public static async Task AssertShownAsync(ILocator picture) =>
        Assert.That(await picture.First.EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }").WaitAsync(TimeSpan.FromSeconds(60)), Is.GreaterThan(0));
}
