namespace Hedensted.Cms.Operations.Nodes;

/// <summary>The command <c>health</c>: asks a server on this machine whether it is ready, for containers, which have nothing else to ask with.</summary>
internal static class HealthProbe
{
    /// <summary>The command's name.</summary>
    public const string Command = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asks.</summary>
    /// <param name="address">Where the server listens; null is what the environment's <c>Urls</c> says.</param>
    /// <returns>The process's exit code: 0 when it is ready, else 1.</returns>
    public static async Task<int> RunAsync(string? address)
    {
        var listens = (address ?? Environment.GetEnvironmentVariable("Urls") ?? "http://localhost:5000").Split(';')[0];
        var here = new UriBuilder(listens.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        here.Host = here.Host is "0.0.0.0" or "[::]" ? "localhost" : here.Host;
        here.Path = "/health/ready";
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(here.Uri);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{here.Uri} svarer ikke: {failure.Message}");
            return 1;
        }
    }
}
