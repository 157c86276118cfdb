using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>One Chromium for all browser tests; each test opens a context of its own.</summary>
[SetUpFixture]
public sealed class Browser
{
    private static IPlaywright? _playwright;
    private static IBrowser? _chromium;

    /// <summary>A fresh window without cookies, in Danish.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="phone">Whether it is a phone's.</param>
    /// <param name="ignorePolicy">Whether it lets run what our Content-Security-Policy would stop: what else holds is then seen.</param>
    /// <remarks>Without Chromium the test is left out, with a sentence that says how to get it.</remarks>
    public static async Task<IBrowserContext> OpenAsync(int width = 1440, int height = 900, bool phone = false, bool ignorePolicy = false)
    {
        if (_chromium is null)
        {
            Assert.Ignore("Chromium was not found. Install the Debian package chromium (./test.sh does it), or set HEDENSTED_TEST_CHROMIUM to its path.");
        }

        return await _chromium!.NewContextAsync(new()
        {
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
            ViewportSize = new() { Width = width, Height = height },
            IsMobile = phone,
            HasTouch = phone,
            BypassCSP = ignorePolicy,
            DeviceScaleFactor = phone ? 2 : 1,
        });
    }

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("HEDENSTED_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
