using System.IO.Compression;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>Requests whose answers were written down when the reference gave them, so that this part of the proof needs no Node.</summary>
/// <remarks>Written anew, from other seeds than the generated run's, with: dotnet test tests/Hedensted.GraphQL.Differential.Tests --filter Record.</remarks>
public class CorpusTests
{
    private const int Batches = 12;
    private const ulong FirstSeed = 1_000_000;

    private static string Corpus => Path.Combine(Reference.Folder(), "..", "corpus", "recorded.jsonl.gz");

    [Test]
    public async Task What_was_recorded_is_answered_the_same()
    {
        var differences = new List<string>();
        var count = 0;
        await using var file = new GZipStream(File.OpenRead(Corpus), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        while (await lines.ReadLineAsync() is { } asked && await lines.ReadLineAsync() is { } answered)
        {
            using var answer = JsonDocument.Parse(answered);
            var batch = Batch.FromLine(asked);
            var candidate = new Candidate(batch.Schema);
            if (Comparison.Difference(candidate, answer.RootElement.GetProperty("schema")) is { } schema)
            {
                differences.Add(schema);
                continue;
            }

            var cases = answer.RootElement.GetProperty("cases");
            for (var i = 0; i < cases.GetArrayLength() && candidate.Problems.Count == 0; i++, count++)
            {
                if (Comparison.Difference(batch.Cases[i], candidate.Run(batch.Cases[i]), ReferenceOutcome.Read(cases[i])) is { } difference)
                {
                    differences.Add($"{difference}\n{batch.Cases[i].Document}\n{batch.Cases[i].Variables}");
                }
            }
        }

        Assert.That(differences, Is.Empty, string.Join("\n\n", differences.Take(10)));
        Assert.That(count, Is.GreaterThan(2_000));
    }

    [Test]
    [Explicit("Writes the corpus anew.")]
    public async Task Record()
    {
        await using var reference = Reference.Start();
        Directory.CreateDirectory(Path.GetDirectoryName(Corpus)!);
        await using var file = new GZipStream(File.Create(Corpus), CompressionLevel.SmallestSize);
        await using var lines = new StreamWriter(file);
        for (var i = 0; i < Batches; i++)
        {
            var batch = BatchGenerator.Create(FirstSeed + (ulong)i, i);
            await lines.WriteLineAsync(batch.ToLine());
            await lines.WriteLineAsync(await reference.AskLineAsync(batch));
        }
    }
}
