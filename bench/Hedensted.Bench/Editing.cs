using System.Globalization;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>What an editor waits for in a large site: every question that the backoffice asks while a day's work is done, and an event opened in the browser.</summary>
internal static class Editing
{
    private const int Rounds = 100;
    private const int WarmUp = 20;
    private const double Share = .95;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan OpeningBudget = TimeSpan.FromMilliseconds(300);

    /// <param name="documents">Events, all in one folder.</param>
    /// <param name="media">Pictures, all in one folder.</param>
    /// <returns>1 when one in twenty answers to any question, or one in twenty openings, took longer than the budget.</returns>
    public static Task<int> RunAsync(int documents, int media) => InSiteAsync(documents, media, async (cms, editor, site) =>
    {
        var slow = 0;
        foreach (var (name, ask) in new EditingQuestions(editor, site).All())
        {
            slow += await MeasureAsync(name, ask) > Budget ? 1 : 0;
        }

        Figures.Row("questions whose p95 is over 30 ms", slow.ToString(CultureInfo.InvariantCulture));
        return slow + await OpenAsync(cms, site);
    });

    /// <summary>The part of it that is seen in the browser.</summary>
    /// <param name="documents">Events, all in one folder.</param>
    /// <returns>1 when one in twenty openings took longer than the budget.</returns>
    public static Task<int> RunOpeningAsync(int documents) => InSiteAsync(documents, media: 1, (cms, _, site) => OpenAsync(cms, site));

    private static async Task<int> InSiteAsync(int documents, int media, Func<CmsProcess, BackofficeSession, EditingSite, Task<int>> measure)
    {
        var folder = CmsProcess.NewFolder();
        var (code, output) = await CmsProcess.RunCommandAsync(folder, "demo", "--events", documents.ToString(CultureInfo.InvariantCulture), "--seed", "42", "--year", "2026");
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }

        int slow;
        await using (var cms = await CmsProcess.StartAsync(folder))
        {
            using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
            var site = await EditingSite.FillAsync(editor, media);
            Figures.Row("documents in one folder, media items in one folder", string.Create(CultureInfo.InvariantCulture, $"{site.Total}, {media}"));
            slow = await measure(cms, editor, site);
            Figures.Row("resident memory after all of it", Figures.Resident(cms.Id));
        }

        Directory.Delete(folder, recursive: true);
        return slow == 0 ? 0 : 1;
    }

    private static async Task<int> OpenAsync(CmsProcess cms, EditingSite site)
    {
        var openings = await EventOpening.MeasureAsync(cms, site.Events);
        var slowest = Figures.Percentile(openings, Share);
        Figures.Row(
            string.Create(CultureInfo.InvariantCulture, $"opening an event in the browser, from click to form ({openings.Count} times): p50, p95"),
            Figures.Milliseconds(Figures.Percentile(openings, .5), slowest));
        return slowest > OpeningBudget ? 1 : 0;
    }

    private static async Task<TimeSpan> MeasureAsync(string name, Func<int, Task<TimeSpan>> ask)
    {
        var times = new List<TimeSpan>(Rounds);
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var time = await ask(round);
            if (round >= WarmUp)
            {
                times.Add(time);
            }
        }

        var slowest = Figures.Percentile(times, Share);
        Figures.Row($"`{name}`: p50, p95", $"{Figures.Milliseconds(Figures.Percentile(times, .5), slowest)}{(slowest > Budget ? " **over**" : "")}");
        return slowest;
    }
}
