using System.Diagnostics;
using System.Globalization;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.Bench;

/// <summary>What an editor's browser fetches, and how long it takes from the sign-in button to a tree that can be used.</summary>
internal static class BackofficeLoad
{
    /// <summary>A browser as an editor has it, without what would disturb a measurement.</summary>
    public static BrowserTypeLaunchOptions Browser => new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("HEDENSTED_TEST_CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    public static async Task RunAsync()
    {
        await using var cms = await CmsProcess.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(Browser);
        await using var window = await chromium.NewContextAsync(new() { Locale = "da-DK" });
        var page = await window.NewPageAsync();
        var network = await window.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var requests = 0;
        var bytes = 0L;
        network.Event("Network.requestWillBeSent").OnEvent += (_, _) => Interlocked.Increment(ref requests);
        network.Event("Network.loadingFinished").OnEvent += (_, data) =>
            Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());

        var (before, bytesBefore) = (0, 0L);
        var watch = new Stopwatch();
        await SignInAsync(page, cms, beforeSending: () =>
        {
            (before, bytesBefore) = (requests, bytes);
            watch.Start();
        });
        Figures.Row("sign-in to usable tree, cold browser", Figures.Seconds(watch.Elapsed));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Figures.Row("first load up to the sign-in page", Size(before, bytesBefore));
        Figures.Row("first load in all, to the tree", Size(requests, bytes));

        (requests, bytes) = (0, 0);
        watch.Restart();
        await page.ReloadAsync();
        await page.Locator("umb-tree-item, umb-document-tree-item").First.WaitForAsync(new() { Timeout = 60_000 });
        Figures.Row("reload to usable tree, warm browser", Figures.Seconds(watch.Elapsed));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Figures.Row("reload", Size(requests, bytes));
    }

    /// <summary>Signs in, to a tree that can be used.</summary>
    public static async Task SignInAsync(IPage page, CmsProcess cms, Action? beforeSending = null)
    {
        await page.GotoAsync(new Uri(cms.Address, "/umbraco").ToString());
        await page.FillAsync("[name=username]", CmsProcess.AdministratorEmail);
        await page.FillAsync("[name=password]", CmsProcess.AdministratorPassword);
        beforeSending?.Invoke();
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-tree-item, umb-document-tree-item").First.WaitForAsync(new() { Timeout = 60_000 });
    }

    private static string Size(int requests, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} requests, {bytes / 1048576.0:0.0} MB transferred");
}
