using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

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
    public static Oracles Start()
    {
        try
        {
            if (!File.Exists(Path.Combine(Folder(), "node_modules", "rrule", "package.json")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = Folder() })!;
                install.WaitForExit();
                Assert.That(install.ExitCode, Is.Zero, $"'npm ci' failed in {Folder()}.");
            }

            return new Oracles(Process.Start(new ProcessStartInfo("node", ["oracles.mjs"])
            {
                WorkingDirectory = Folder(),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            })!);
        }
        catch (Win32Exception)
        {
            Assert.Ignore("The comparison with rrule and ical.js needs Node 20 or newer; install 'node' and 'npm' to run it.");
            throw;
        }
    }

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
