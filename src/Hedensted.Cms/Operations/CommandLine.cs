namespace Hedensted.Cms.Operations;

/// <summary>Serves, or runs the command named on the command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs until the server stops or the command is done.</summary>
    /// <returns>The process's exit code: 0 when all went well.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        _ = args;
        await app.RunAsync();
        return 0;
    }
}
