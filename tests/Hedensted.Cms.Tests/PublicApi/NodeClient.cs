using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>A script of <c>clients/</c> in Node, with the packages that other people's programs ask us with.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private NodeClient(Process process) => _process = process;

    /// <summary>Starts a script; installs the packages first from their lock file when that has not been done.</summary>
    public static NodeClient Start(params string[] scriptAndArguments)
    {
        try
        {
            if (!File.Exists(Path.Combine(Folder(), "node_modules", "graphql-http", "package.json")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = Folder() })!;
                install.WaitForExit();
                Assert.That(install.ExitCode, Is.Zero, $"'npm ci' failed in {Folder()}.");
            }

            return new NodeClient(Process.Start(new ProcessStartInfo("node", scriptAndArguments)
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
            Assert.Ignore("The clients of the public API need Node 20 or newer; install 'node' and 'npm' to run them.");
            throw;
        }
    }

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
