namespace Hedensted.Testing;

/// <summary>The program under test: built beside the tests, or one that was published and is measured (<c>HEDENSTED_TEST_HOST</c>).</summary>
internal static class CmsHost
{
    // artifacts/bin/<project>/<configuration>/
    private static readonly DirectoryInfo Binaries = new(AppContext.BaseDirectory);

    private static readonly string? Published =
        Environment.GetEnvironmentVariable("HEDENSTED_TEST_HOST") is { Length: > 0 } named ? Path.GetFullPath(named) : null;

    /// <summary>The root of the repository.</summary>
    public static string Repository => Binaries.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>Its <c>Hedensted.Cms.dll</c>.</summary>
    public static string Program => Published ?? Path.Combine(Binaries.Parent!.Parent!.FullName, "Hedensted.Cms", Binaries.Name, "Hedensted.Cms.dll");

    /// <summary>The folder that it is started in.</summary>
    public static string ContentRoot => Published is null ? Path.Combine(Repository, "src", "Hedensted.Cms") : Path.GetDirectoryName(Published)!;
}
