using System.Diagnostics;
using System.Globalization;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.Bench;

/// <summary>What an editor's browser fetches, and how long it takes from the sign-in button to a tree that can be used.</summary>
internal static class BackofficeLoad
{
    public static async Task RunAsync()
    {
        await using var cms = await CmsProcess.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("HEDENSTED_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using var window = await chromium.NewContextAsync(new() { Locale = "da-DK" });
        var page = await window.NewPageAsync();
        var network = await window.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var requests = 0;
        var bytes = 0L;
        network.Event("Network.requestWillBeSent").OnEvent += (_, _) => Interlocked.Increment(ref requests);
        network.Event("Network.loadingFinished").OnEvent += (_, data) =>
            Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());

        await page.GotoAsync(new Uri(cms.Address, "/umbraco").ToString());
        await page.FillAsync("[name=username]", CmsProcess.AdministratorEmail);
        await page.FillAsync("[name=password]", CmsProcess.AdministratorPassword);
        var (before, bytesBefore) = (requests, bytes);
        var watch = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
        await page.Locator("umb-tree-item, umb-document-tree-item").First.WaitForAsync(new() { Timeout = 60_000 });
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

    private static string Size(int requests, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{requests} requests, {bytes / 1048576.0:0.0} MB transferred");
}
