using System.Diagnostics;
using Hedensted.Testing;

namespace Hedensted.Bench;

/// <summary>From the process being started to the line that it is listening, and what it then holds in memory.</summary>
internal static class StartToReady
{
    public static async Task RunAsync()
    {
        var folder = CmsProcess.NewFolder();
        Figures.Row("first start to ready (new database, import of `uSync/`, examples)", await TimeAsync(folder, report: false));
        var times = new List<string>();
        for (var run = 0; run < 4; run++)
        {
            times.Add(await TimeAsync(folder, report: false));
        }

        Figures.Row("start to ready, starting content (four runs)", string.Join(", ", times));
        await TimeAsync(folder, report: true);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> TimeAsync(string folder, bool report)
    {
        var watch = Stopwatch.StartNew();
        await using var cms = await CmsProcess.StartAsync(folder);
        var time = watch.Elapsed;
        if (report)
        {
            using var http = new HttpClient { BaseAddress = cms.Address };
            for (var page = 0; page < 50; page++)
            {
                _ = await http.GetStringAsync(new Uri("/", UriKind.Relative));
            }

            Figures.Row("resident memory after 50 pages", Figures.Resident(cms.Id));
        }

        return Figures.Seconds(time);
    }
}
