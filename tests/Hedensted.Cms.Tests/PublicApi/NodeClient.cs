using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>A script of <c>clients/</c> in Node, with the packages that other people's programs ask us with.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private NodeClient(Process process) => _process = process;

    /// <summary>Starts a script; installs the packages first from their lock file when that has not been done.</summary>
    public static NodeClient Start(params string[] scriptAndArguments) =>
        new(NodeProgram.Start(Folder(), "graphql-http", "The run of other people's clients", scriptAndArguments));

    /// <summary>Runs a script to its end.</summary>
    /// <returns>The lines of JSON that it printed.</returns>
    public static async Task<JsonElement[]> RunAsync(object? input, params string[] scriptAndArguments)
    {
        await using var client = Start(scriptAndArguments);
        if (input is not null)
        {
            await client._process.StandardInput.WriteAsync(JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
        }

        client._process.StandardInput.Close();
        var lines = (await client._process.StandardOutput.ReadToEndAsync().WaitAsync(Patience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await client._process.WaitForExitAsync();
        Assert.That(client._process.ExitCode, Is.Zero, $"{scriptAndArguments[0]} failed; its error is above.");
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Sends the script a line.</summary>
    public async Task SendAsync(object line)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next line that the script prints.</summary>
    public async Task<JsonElement> ReadAsync() =>
        JsonDocument.Parse(await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The script has stopped; its error is above.")).RootElement;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "clients");
}
