using Hedensted.Cms.Tests.Architecture;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations.Nodes;

/// <summary>What operators start with Docker is understood by it, and says what the script beside it says.</summary>
public class ComposeTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docker");

    [TestCase("compose.yml")]
    [TestCase("compose.full.yml")]
    public async Task Docker_understands_the_file(string file)
    {
        var (code, _) = await OtherProgram.RunAsync(Folder, "docker", ["compose", "version"]);
        if (code != 0)
        {
            Assert.Ignore("Left out: docker compose. Install Docker with its compose plugin and run again; no engine need run.");
        }

        var (result, said) = await OtherProgram.RunAsync(Folder, "docker", ["compose", "-f", file, "config", "--quiet"]);
        Assert.That(result, Is.Zero, said);
    }

    [Test]
    public void Every_secret_that_is_mounted_is_made()
    {
        var made = File.ReadAllText(Path.Combine(Folder, "make-secrets.sh"));
        var mounted = File.ReadLines(Path.Combine(Folder, "compose.full.yml"))
            .Where(line => line.Contains("{ file: secrets/", StringComparison.Ordinal)).Select(line => line.Trim().Split(':')[0]).ToArray();
        Assert.That(mounted, Is.Not.Empty.And.All.Matches<string>(name => made.Contains($"keep {name} ", StringComparison.Ordinal)));
    }

    [Test]
    public void No_secret_stands_in_a_file_of_the_repository()
    {
        var lines = Directory.EnumerateFiles(Folder).SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith('#'));
        Assert.That(lines.Where(line => line.Contains("Password=", StringComparison.OrdinalIgnoreCase) && !line.Contains("$(", StringComparison.Ordinal)), Is.Empty);
    }
}
