using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Hedensted.Testing;

/// <summary>Programs of others in Node that read what feeds answer.</summary>
internal sealed class FeedReaders : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process = NodeProgram.Start(Folder(), "ical.js", "Reading feeds with other people's programs", "read.mjs");

    /// <summary>What one of them finds in a text.</summary>
    /// <param name="format">One of those in <c>read.mjs</c>.</param>
    /// <param name="text">What is read.</param>
    /// <param name="type">A type of schema.org.</param>
    /// <param name="schema">A JSON Schema.</param>
    public async Task<JsonElement> ReadAsync(string format, string text, string? type = null, JsonElement? schema = null)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { format, text, type, schema }));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.That(line, Is.Not.Null, "The readers have stopped; their error is above.");
        var found = JsonDocument.Parse(line!).RootElement;
        Assert.That(found.TryGetProperty("error", out var error), Is.False, () => error.ToString());
        return found;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "readers");
}
