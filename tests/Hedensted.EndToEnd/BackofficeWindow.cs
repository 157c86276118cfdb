using System.Collections.Concurrent;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A browser in which somebody has signed in to the backoffice: the administrator, when nobody else is named.</summary>
internal static class BackofficeWindow
{
    /// <summary>Signs in on the sign-in page and waits for the content tree.</summary>
    public static async Task<IPage> SignInAsync(IBrowserContext window, CmsProcess cms, string email = CmsProcess.AdministratorEmail, string password = CmsProcess.AdministratorPassword)
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
        await FillAsync(page, email, password);
        await page.Locator("umb-document-tree-item, umb-tree-item").First.WaitForAsync();
        Assert.That(missing, Is.Empty, "a page asks for what is not there");
        return page;
    }

    /// <summary>Fills in the sign-in page and sends it.</summary>
    public static async Task FillAsync(IPage page, string email = CmsProcess.AdministratorEmail, string password = CmsProcess.AdministratorPassword)
    {
        await page.FillAsync("[name=username]", email);
        await page.FillAsync("[name=password]", password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Login" }).ClickAsync();
    }
}
