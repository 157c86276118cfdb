using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Hedensted.Testing;

/// <summary>Programs in Node that a test asks, with packages of their own.</summary>
internal static class NodeProgram
{
    /// <summary>Starts one; installs its packages first from their lock file when that has not been done. Without Node the test is left out.</summary>
    /// <param name="folder">Where its <c>package.json</c> is.</param>
    /// <param name="package">One of its packages.</param>
    /// <param name="purpose">What needs it, e.g. <c>The comparison with graphql-js</c>.</param>
    /// <param name="scriptAndArguments">What is started.</param>
    public static Process Start(string folder, string package, string purpose, params string[] scriptAndArguments)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, "node_modules", package, "package.json")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = folder })!;
                install.WaitForExit();
                Assert.That(install.ExitCode, Is.Zero, $"'npm ci' failed in {folder}.");
            }

            return Process.Start(new ProcessStartInfo("node", scriptAndArguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{purpose} needs Node 20 or newer; install 'node' and 'npm' to run it.");
            throw;
        }
    }
}
