using Hedensted.Bench;

// Measures the running program from outside, as its users meet it. `start`, `publish`, `backoffice`, `kill [times]`, `scale [events]`, or nothing for the first three.
var runs = args.Length > 0 ? args : ["start", "publish", "backoffice"];
Console.WriteLine("| what | figure |");
Console.WriteLine("|---|---|");
switch (runs[0])
{
    case "kill":
        return await KillDuringPublish.RunAsync(runs.Length > 1 ? int.Parse(runs[1], System.Globalization.CultureInfo.InvariantCulture) : 200);
    case "scale":
        return await Scale.RunAsync(runs.Length > 1 ? int.Parse(runs[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    default:
        foreach (var run in runs)
        {
            await (run switch
            {
                "start" => StartToReady.RunAsync(),
                "publish" => PublishToVisible.RunAsync(),
                "backoffice" => BackofficeLoad.RunAsync(),
                _ => throw new ArgumentException($"There is no measurement called {run}; choose start, publish, backoffice, kill or scale."),
            });
        }

        return 0;
}
