using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Asks axe-core what keeps a page from WCAG 2.1 AA.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string?> Axe = new(Find);

    /// <summary>Every breach as one line: the rule, what it is about, and where. Empty when there is none.</summary>
    public static Task<string[]> BreachesAsync(IPage page) => BreachesAsync(page, null);

    /// <summary>As above, of one element: ours, in a page that is not.</summary>
    public static async Task<string[]> BreachesAsync(IPage page, string? element)
    {
        if (Axe.Value is not { } script)
        {
            Assert.Ignore("axe-core was not found. Run 'npm ci' in tests/Hedensted.EndToEnd (./test.sh does it).");
            return [];
        }

        // Evaluated rather than added as an element: the page's own policy allows no script.
        await page.EvaluateAsync(await File.ReadAllTextAsync(script));
        return await page.EvaluateAsync<string[]>("""
            async element => {
              const find = root => root.querySelector(element) ?? [...root.querySelectorAll('*')].map(one => one.shadowRoot && find(one.shadowRoot)).find(Boolean);
              const { violations } = await axe.run(element ? find(document) : document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
              return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} – ${node.target.join(' ')}`));
            }
            """, element);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "Hedensted.EndToEnd", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
