namespace Hedensted.Cms.Operations;

/// <summary>Settings in files of their own, setting <c>Hedensted:SecretsPath</c>: a folder with a file for each, named like it with <c>__</c> for <c>:</c>. Default <c>/run/secrets</c>.</summary>
/// <remarks>What stands there is in no list of processes and in no image. It is believed before the environment.</remarks>
internal static class Secrets
{
    private const string Setting = "Hedensted:SecretsPath";
    private const string Mounted = "/run/secrets";

    /// <summary>Reads them.</summary>
    /// <exception cref="StartRefusedException">The folder that is set is not there.</exception>
    public static void AddSecrets(this ConfigurationManager configuration)
    {
        var set = configuration[Setting];
        var folder = set is { Length: > 0 } ? Path.GetFullPath(set) : Mounted;
        if (Directory.Exists(folder))
        {
            configuration.AddKeyPerFile(folder, optional: true);
        }
        else if (set is { Length: > 0 })
        {
            throw new StartRefusedException($"{Setting}: mappen '{folder}' findes ikke. Ret den, eller fjern indstillingen, og start igen.");
        }
    }
}
