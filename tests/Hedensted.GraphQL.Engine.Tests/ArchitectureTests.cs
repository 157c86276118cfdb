using System.Runtime.CompilerServices;

namespace Hedensted.GraphQL.Engine.Tests;

/// <summary>The folders are the chapters of the specification, and each uses only those to its left.</summary>
public class ArchitectureTests
{
    private static readonly string[] Chapters = ["Language", "Types", "Validation", "Execution"];

    [TestCase("Language")]
    [TestCase("Types")]
    [TestCase("Validation")]
    public void A_chapter_knows_nothing_of_later_ones(string chapter)
    {
        var later = Chapters[(Array.IndexOf(Chapters, chapter) + 1)..].Select(name => $"using Hedensted.GraphQL.Engine.{name}");
        var offenders = Directory.EnumerateFiles(Path.Combine(Source(), chapter), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => later.Any(name => line.StartsWith(name, StringComparison.Ordinal))));
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void The_engine_knows_only_the_base_library() => Assert.That(
        typeof(GraphQLEngine).Assembly.GetReferencedAssemblies().Select(name => name.Name), Has.All.StartsWith("System"));

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Hedensted.GraphQL.Engine"));
}
