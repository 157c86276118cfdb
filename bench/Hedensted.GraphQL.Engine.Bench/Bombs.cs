using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hedensted.GraphQL.Engine.Tests.Validation;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Bench;

/// <summary>How long a request made to cost much keeps the server busy: the worst of many, caches cold.</summary>
internal static class Bombs
{
    private const int Times = 30;

    public static void Run()
    {
        ObjectType<Version> root = null!;
        root = new ObjectType<Version>("Root").Field("name", Scalars.String, r => r.ToString(), arguments: [new("text", Scalars.String)]).Field("self", () => root, r => r);
        var engine = new GraphQLEngine(new SchemaBuilder(root).Build(), new EngineOptions { DocumentCacheBytes = 0 });
        Console.WriteLine("| bomb | kB | refused with | median ms | worst ms |");
        Console.WriteLine("|---|---:|---|---:|---:|");
        foreach (var bomb in Bomb.All())
        {
            var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes(bomb.Document), State = new Version(1, 0) };
            var times = new List<double>();
            var code = "";
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = engine.Execute(request);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                code = response.FirstErrorCode ?? "";
            }

            // The first rounds are the compiler's, not the bomb's.
            var settled = times.Skip(5).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {bomb.Name} | {request.Document.Length / 1024.0:0.0} | {code} | {settled[settled.Length / 2]:0.00} | {settled[^1]:0.00} |"));
        }
    }
}
