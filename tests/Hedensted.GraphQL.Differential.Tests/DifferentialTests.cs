using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>The engine and graphql-js answer the same: verdict, errors with rule, place and path, and data.</summary>
/// <remarks>
/// <c>HEDENSTED_DIFFERENTIAL_SEED</c> and <c>HEDENSTED_DIFFERENTIAL_CASES</c> choose another run; see run.sh.
/// A difference is made small, kept in the folder kept and from then on asked by <see cref="What_was_found_once_stays_mended"/>.
/// </remarks>
public class DifferentialTests
{
    private const int Ahead = 4;
    private const int MaxFindings = 10;

    private static ulong Seed => ulong.Parse(Setting("SEED", "2026"), CultureInfo.InvariantCulture);

    private static int Cases => int.Parse(Setting("CASES", "100000"), CultureInfo.InvariantCulture);

    private static string Setting(string name, string usual) =>
        Environment.GetEnvironmentVariable($"HEDENSTED_DIFFERENTIAL_{name}") is { Length: > 0 } value ? value : usual;

    [Test]
    public async Task Generated_requests_are_answered_as_the_reference_does()
    {
        // The reference is slower than we are, so there are two of it.
        await using var reference = Reference.Start();
        await using var second = Reference.Start();
        var findings = new List<(Finding Finding, string Difference)>();
        var count = 0;
        var refused = 0;
        var stages = new ConcurrentDictionary<Stage, int>();
        var sent = new Queue<(Batch Batch, Reference Reference, Task<(Candidate Candidate, Outcome[] Outcomes)> Ours)>();
        for (var number = 0; count < Cases && findings.Count < MaxFindings;)
        {
            while (sent.Count < Ahead)
            {
                var batch = BatchGenerator.Create(Seed, number);
                var asking = number++ % 2 == 0 ? reference : second;
                await asking.SendAsync(batch);
                sent.Enqueue((batch, asking, Task.Run(() => Answer(batch))));
            }

            var (current, asked, ours) = sent.Dequeue();
            using var theirs = await asked.ReceiveAsync();
            var (candidate, outcomes) = await ours;
            count += 1 + outcomes.Length;
            refused += current.Cases.Count > 1 && outcomes.Length == 0 ? 1 : 0;
            Compare(current, candidate, outcomes, theirs.RootElement, findings, stages);
        }

        while (sent.TryDequeue(out var late))
        {
            using var unread = await late.Reference.ReceiveAsync();
        }

        TestContext.Out.WriteLine($"{count} cases with seed {Seed}, {refused} whole schemas refused: {string.Join(", ", stages.OrderBy(stage => stage.Key).Select(stage => $"{stage.Value} {stage.Key}"))}; processor time {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s here, {(reference.ProcessorTime + second.ProcessorTime).TotalSeconds:0.0} s there");
        var report = new List<string>();
        foreach (var (finding, difference) in findings)
        {
            var small = await Shrinker.ShrinkAsync(finding, reference);
            var why = await small.DifferenceAsync(reference) ?? difference;
            report.Add($"kept/{small.Keep()}.json: {why}\n{small.Document}\n{small.Variables}");
        }

        Assert.That(report, Is.Empty, string.Join("\n\n", report));
    }

    [Test]
    public async Task What_was_found_once_stays_mended()
    {
        await using var reference = Reference.Start();
        var differences = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Finding.Folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (await Finding.Load(file).DifferenceAsync(reference) is { } difference)
            {
                differences.Add($"{Path.GetFileName(file)}: {difference}");
            }
        }

        Assert.That(differences, Is.Empty, string.Join("\n\n", differences));
    }

    private static (Candidate Candidate, Outcome[] Outcomes) Answer(Batch batch)
    {
        var candidate = new Candidate(batch.Schema);
        return (candidate, candidate.Problems.Count > 0 ? [] : [.. batch.Cases.Select(candidate.Run)]);
    }

    private static void Compare(
        Batch batch,
        Candidate candidate,
        Outcome[] ours,
        JsonElement theirs,
        List<(Finding Finding, string Difference)> findings,
        ConcurrentDictionary<Stage, int> stages)
    {
        if (Comparison.Difference(candidate, theirs.GetProperty("schema")) is { } schema)
        {
            findings.Add((new Finding(batch.Schema, null, null, null), schema));
            return;
        }

        var cases = theirs.GetProperty("cases");
        for (var i = 0; i < ours.Length && i < cases.GetArrayLength() && findings.Count < MaxFindings; i++)
        {
            var expected = ReferenceOutcome.Read(cases[i]);
            stages.AddOrUpdate(expected.Stage, 1, (_, count) => count + 1);
            if (Comparison.Difference(batch.Cases[i], ours[i], expected) is { } difference)
            {
                findings.Add((new Finding(batch.Schema, batch.Cases[i].Document, batch.Cases[i].Variables, batch.Cases[i].OperationName), difference));
            }
        }
    }
}
