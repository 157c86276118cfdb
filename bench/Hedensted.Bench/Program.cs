using Hedensted.Bench;

// Measures the running program from outside, as its users meet it. `start`, `publish`, `backoffice`, `kill [times]`, `scale [events]`, `editing [documents] [media]`, `opening [documents]`, `search [events]`, `calendar [events]`, or nothing for the first three.
var runs = args.Length > 0 ? args : ["start", "publish", "backoffice"];
Console.WriteLine("| what | figure |");
Console.WriteLine("|---|---|");
switch (runs[0])
{
    case "kill":
        return await KillDuringPublish.RunAsync(Number(1, 200));
    case "scale":
        return await Scale.RunAsync(Number(1, 100_000));
    case "search":
        return Searching.Run(Number(1, 100_000));
    case "calendar":
        return await Calendar.RunAsync(Number(1, 100_000));
    case "editing":
        return await Editing.RunAsync(Number(1, 10_000), Number(2, 5_000));
    case "opening":
        return await Editing.RunOpeningAsync(Number(1, 300));
    default:
        foreach (var run in runs)
        {
            await (run switch
            {
                "start" => StartToReady.RunAsync(),
                "publish" => PublishToVisible.RunAsync(),
                "backoffice" => BackofficeLoad.RunAsync(),
                _ => throw new ArgumentException($"There is no measurement called {run}; choose start, publish, backoffice, kill, scale, search, calendar, editing or opening."),
            });
        }

        return 0;
}

int Number(int place, int otherwise) => runs.Length > place ? int.Parse(runs[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
