using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.Bench;

/// <summary>An event opened in the browser: from a click in the tree's place, the address, to a form that can be written in.</summary>
internal static class EventOpening
{
    private const int Openings = 20;
    private const int WarmUp = 3;

    /// <summary>How long each opening took, without loading the client anew, as a link in a list does it.</summary>
    public static async Task<IReadOnlyList<TimeSpan>> MeasureAsync(CmsProcess cms, Guid[] events)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(BackofficeLoad.Browser);
        await using var window = await chromium.NewContextAsync(new() { Locale = "da-DK" });
        var page = await window.NewPageAsync();
        await BackofficeLoad.SignInAsync(page, cms);
        var times = new List<TimeSpan>();
        for (var opening = 0; opening < WarmUp + Openings; opening++)
        {
            var time = await OpenAsync(page, events[opening]);
            if (opening >= WarmUp)
            {
                times.Add(time);
            }

            await page.EvaluateAsync("history.pushState(null, '', '/umbraco/section/content')");
            await page.Locator("umb-document-workspace-editor").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        return times;
    }

    private static async Task<TimeSpan> OpenAsync(IPage page, Guid key) => TimeSpan.FromMilliseconds(await page.EvaluateAsync<double>(
        """
        async key => {
          const deep = (root, name) => { for (const one of root.querySelectorAll('*')) { if (one.localName === name) return one; const found = one.shadowRoot && deep(one.shadowRoot, name); if (found) return found; } };
          const isReady = () => {
            const editor = deep(document, 'umb-document-workspace-editor');
            const input = editor?.shadowRoot && deep(editor.shadowRoot, 'umb-workspace-split-view-variant-selector')?.shadowRoot?.querySelector('#name-input');
            return location.pathname.includes(key) && input?.value && deep(editor.shadowRoot, 'umb-property-editor-ui-text-box');
          };
          const began = performance.now();
          history.pushState(null, '', `/umbraco/section/content/workspace/document/edit/${key}`);
          while (!isReady()) await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }
        """,
        key.ToString()));
}
