using System.Collections.Concurrent;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A browser in which the administrator has signed in to the backoffice.</summary>
internal static class BackofficeWindow
{
    /// <summary>Signs in on the sign-in page and waits for the content tree.</summary>
    public static async Task<IPage> SignInAsync(IBrowserContext window, CmsProcess cms)
    {
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var missing = new ConcurrentQueue<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Status == 404)
            {
                missing.Enqueue(answer.Url);
            }
        };
        await page.GotoAsync(new Uri(cms.Address, "/umbraco").ToString());
        await FillAsync(page);
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();
        Assert.That(missing, Is.Empty, "a page asks for what is not there");
        return page;
    }

    /// <summary>Fills in the sign-in page and sends it.</summary>
    public static async Task FillAsync(IPage page)
    {
        await page.FillAsync("[name=username]", CmsProcess.AdministratorEmail);
        await page.FillAsync("[name=password]", CmsProcess.AdministratorPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
    }
}
