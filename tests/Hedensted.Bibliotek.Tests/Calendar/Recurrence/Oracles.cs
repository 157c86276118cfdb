using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.Bibliotek.Tests.Calendar.Recurrence;

/// <summary>What a rule is asked about: its dates from a local start, until a day, at most so many; and who is asked.</summary>
internal sealed record RuleQuestion(string Rule, string Start, string Last, int Most, bool Rrule, bool Ical);

/// <summary>rrule and ical.js, two other implementations of RFC 5545, in a Node process that answers lines in the order they come.</summary>
internal sealed class Oracles : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process _process;

    private Oracles(Process process) => _process = process;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "oracles");

    /// <summary>Starts them; installs them first from their lock file when that has not been done.</summary>
    public static Oracles Start() => new(NodeProgram.Start(Folder(), "rrule", "The comparison with rrule and ical.js", "oracles.mjs"));

    /// <summary>For each question the local dates and times of rrule and of ical.js; null where one is not asked or refuses.</summary>
    public (string[]? Rrule, string[]? Ical)[] Ask(IEnumerable<RuleQuestion> questions)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(questions, Json));
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The oracles have stopped; their error is above.");
        return [.. JsonSerializer.Deserialize<string[]?[][]>(line)!.Select(answer => (answer[0], answer[1]))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
