using System.ComponentModel;
using System.Diagnostics;

namespace Hedensted.Testing;

/// <summary>A program of somebody else's that a test asks.</summary>
public static class OtherProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">Its name on the path.</param>
    /// <param name="words">What it is told.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>The code that it ended with, −1 when it is not installed, and what it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string folder, string program, string[] words, string input = "")
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (-1, $"{program} is not installed");
        }
    }
}
