using System.Net.Http.Json;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Those for whom it is written: a screen on the wall that nobody touches, the front page of the site, and GraphQL.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly IPage _screen;
    private readonly HttpClient _reader;

    private Readers(IBrowserContext window, IPage screen, Uri address)
    {
        _window = window;
        _screen = screen;
        _reader = new HttpClient { BaseAddress = address };
    }

    /// <summary>Hangs a screen on the wall.</summary>
    public static async Task<Readers> OpenAsync(CmsProcess cms, string screen)
    {
        var window = await Browser.OpenAsync(1920, 1080);
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(cms.Address, screen).ToString());
        await page.Locator(".events li, .slide").First.WaitForAsync();
        await page.EvaluateAsync("() => { window.notReloaded = true; }");
        return new Readers(window, page, cms.Address);
    }

    /// <summary>Waits until all three agree that a title is there, or is not; for the screen it is the programme that it turns through.</summary>
    public async Task SeeAsync(string title, bool wanted)
    {
        await _screen.WaitForFunctionAsync(
            "([title, wanted]) => Object.values(localStorage).some(programme => programme.includes(title)) === wanted",
            new object[] { title, wanted },
            new() { Timeout = 20_000, PollingInterval = 100 });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await AnswersAsync(title, patience.Token) is var (site, graph) && (site != wanted || graph != wanted))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Waits until the screen's programme comes to a title, for all in the room to read.</summary>
    public async Task ReadOnScreenAsync(string title) =>
        await _screen.WaitForFunctionAsync("title => document.body.innerText.includes(title)", title, new() { Timeout = 60_000 });

    /// <summary>Whether the screen is still the page that was opened.</summary>
    public Task<bool> WasLoadedOnceAsync() => _screen.EvaluateAsync<bool>("() => window.notReloaded === true");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return _window.DisposeAsync();
    }

    private async Task<(bool Site, bool Graph)> AnswersAsync(string title, CancellationToken cancellationToken)
    {
        var site = await _reader.GetStringAsync(new Uri("/", UriKind.Relative), cancellationToken);
        using var answer = await _reader.PostAsJsonAsync("/graphql", new { query = "{ occurrences(first: 100) { nodes { title } } }" }, cancellationToken);
        var graph = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (site.Contains(title, StringComparison.Ordinal), graph.Contains(title, StringComparison.Ordinal));
    }
}
