using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.Bench;

/// <summary>An event opened in the browser: from a click in the tree's place, the address, to a form that can be written in.</summary>
internal static class EventOpening
{
    private const int Openings = 20;
    private const int WarmUp = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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

    private static async Task<TimeSpan> OpenAsync(IPage page, Guid key)
    {
        var milliseconds = await page.EvaluateAsync<double?>(
            """
            async ([key, patience]) => {
              const deep = (root, selector) => {
                const here = root.querySelector(selector);
                if (here) return here;
                for (const one of root.querySelectorAll('*')) { const found = one.shadowRoot && deep(one.shadowRoot, selector); if (found) return found; }
              };
              // What has been found is not looked for again: looking through all shadows costs the browser milliseconds that an editor does not pay.
              const section = deep(document, 'umb-section-main');
              let workspace;
              const isReady = () => {
                workspace ??= location.pathname.includes(key) && deep(section, 'umb-document-workspace-editor') || undefined;
                const editor = workspace?.shadowRoot;
                return editor && deep(editor, '[data-mark="input:entity-name"]')?.value && deep(editor, 'umb-property-editor-ui-text-box');
              };
              const began = performance.now();
              history.pushState(null, '', `/umbraco/section/content/workspace/document/edit/${key}`);
              while (!isReady()) {
                if (performance.now() - began > patience) return null;
                await new Promise(requestAnimationFrame);
              }
              return performance.now() - began;
            }
            """,
            new object[] { key.ToString(), Patience.TotalMilliseconds });
        return milliseconds is { } time
            ? TimeSpan.FromMilliseconds(time)
            : throw new TimeoutException($"The form of event {key} was not there after {Patience}: the name, or a text box, has another element than the measurement looks for.");
    }
}
