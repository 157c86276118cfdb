using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;
using Hedensted.Testing;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>The reference implementation: graphql-js in a Node process that answers lines in the order they come.</summary>
internal sealed class Reference : IAsyncDisposable
{
    private readonly Process _process;

    private Reference(Process process) => _process = process;

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "reference");

    /// <summary>Starts it; installs it first from its lock file when that has not been done.</summary>
    public static Reference Start() => new(NodeProgram.Start(Folder(), "graphql", "The comparison with graphql-js", "reference.cjs"));

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async Task SendAsync(Batch batch)
    {
        await _process.StandardInput.WriteLineAsync(batch.ToLine());
        await _process.StandardInput.FlushAsync();
    }

    public async Task<JsonDocument> ReceiveAsync() => JsonDocument.Parse(await ReceiveLineAsync());

    public async Task<string> AskLineAsync(Batch batch)
    {
        await SendAsync(batch);
        return await ReceiveLineAsync();
    }

    /// <summary>The changes between two schemas, as kind and sentence; null when one of them is refused.</summary>
    public async Task<(string Kind, string Sentence)[]?> ChangesAsync(string before, string after)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { before, after }));
        await _process.StandardInput.FlushAsync();
        using var answer = await ReceiveAsync();
        var changes = answer.RootElement.GetProperty("changes");
        return changes.ValueKind == JsonValueKind.Null ? null : [.. changes.EnumerateArray().Select(change => (change[0].GetString()!, change[1].GetString()!))];
    }

    private async Task<string> ReceiveLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The reference has stopped; its error is above.");

    public async Task<JsonDocument> AskAsync(Batch batch)
    {
        await SendAsync(batch);
        return await ReceiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
