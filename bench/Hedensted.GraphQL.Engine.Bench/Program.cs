using Hedensted.GraphQL.Engine.Bench;

// What the engine does in a process of its own: `steps`, `bombs`, or nothing for both.
var runs = args.Length > 0 ? args : ["steps", "bombs"];
foreach (var run in runs)
{
    switch (run)
    {
        case "steps": Steps.Run(); break;
        case "bombs": Bombs.Run(); break;
        default: throw new ArgumentException($"There is no measurement called {run}; choose steps or bombs.");
    }

    Console.WriteLine();
}
