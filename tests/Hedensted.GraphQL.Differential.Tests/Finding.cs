using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>A request in which the two sides differ; kept as a file, so that it is asked again in every run.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Document">The document; null when the schema itself is what differs.</param>
/// <param name="Variables">JSON, or null.</param>
/// <param name="OperationName">The operation to run, or null.</param>
internal sealed record Finding(string Schema, string? Document, string? Variables, string? OperationName)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder => Path.Combine(Reference.Folder(), "..", "kept");

    public Batch ToBatch() => new(Schema, Document is null ? [] : [new Case(Document, Variables, OperationName)]);

    public static Finding Load(string file) => JsonSerializer.Deserialize<Finding>(File.ReadAllText(file))!;

    public string Keep()
    {
        var text = JsonSerializer.Serialize(this, Readable);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{name}.json"), text + "\n");
        return name;
    }

    /// <summary>How the two sides differ; null when they agree.</summary>
    public async Task<string?> DifferenceAsync(Reference reference)
    {
        var batch = ToBatch();
        using var answer = await reference.AskAsync(batch);
        var candidate = new Candidate(Schema);
        if (Document is null)
        {
            return Comparison.Difference(candidate, answer.RootElement.GetProperty("schema"));
        }

        var cases = answer.RootElement.GetProperty("cases");
        return cases.GetArrayLength() == 0 || candidate.Problems.Count > 0
            ? null
            : Comparison.Difference(batch.Cases[0], candidate.Run(batch.Cases[0]), ReferenceOutcome.Read(cases[0]));
    }
}
