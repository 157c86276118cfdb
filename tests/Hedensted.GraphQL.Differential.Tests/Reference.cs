using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Differential.Tests.Generation;

namespace Hedensted.GraphQL.Differential.Tests;

/// <summary>The reference implementation: graphql-js in a Node process that answers lines in the order they come.</summary>
internal sealed class Reference : IAsyncDisposable
{
    private readonly Process _process;

    private Reference(Process process) => _process = process;

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "reference");

    /// <summary>Starts it; installs it first from its lock file when that has not been done.</summary>
    public static Reference Start()
    {
        try
        {
            if (!File.Exists(Path.Combine(Folder(), "node_modules", "graphql", "package.json")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = Folder() })!;
                install.WaitForExit();
                Assert.That(install.ExitCode, Is.Zero, $"'npm ci' failed in {Folder()}.");
            }

            return new Reference(Process.Start(new ProcessStartInfo("node", ["reference.cjs"])
            {
                WorkingDirectory = Folder(),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            })!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("The comparison with graphql-js needs Node 20 or newer; install 'node' and 'npm' to run it.");
            throw;
        }
    }

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
