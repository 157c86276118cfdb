using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A site, and a browser in which the administrator signs in once for the whole fixture; each test has a tab of its own.</summary>
public abstract class BackofficeTests : SiteTests
{
    private IBrowserContext? _window;

    [OneTimeTearDown]
    public async Task CloseWindowAsync()
    {
        if (_window is not null)
        {
            await _window.DisposeAsync();
        }
    }

    /// <summary>A new tab in the backoffice, signed in.</summary>
    private protected async Task<Backoffice> OpenBackofficeAsync()
    {
        if (_window is null)
        {
            _window = await Browser.OpenAsync();
            await (await BackofficeWindow.SignInAsync(_window, Cms)).CloseAsync();
        }

        return await Backoffice.OpenAsync(_window, Cms);
    }
}
