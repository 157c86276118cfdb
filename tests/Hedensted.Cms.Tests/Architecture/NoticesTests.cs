using System.Text.Json;
using System.Xml.Linq;

namespace Hedensted.Cms.Tests.Architecture;

/// <summary>Whoever delivers the work of others names it.</summary>
public class NoticesTests
{
    [Test]
    public void Every_package_that_a_project_refers_to_is_named()
    {
        var notices = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "THIRD-PARTY-NOTICES.md"));
        var nuget = Directory.EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .Select(reference => (string)reference.Attribute("Include")!);
        string[] folders = ["src/Hedensted.Cms/Backoffice/client", "tests/Hedensted.EndToEnd", "tests/Hedensted.GraphQL.Differential.Tests/reference", "tests/Hedensted.Cms.Tests/PublicApi/clients", "tests/Shared/readers"];
        var npm = folders.Select(folder => JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, folder, "package.json"))))
            .SelectMany(package => package.RootElement.EnumerateObject())
            .Where(member => member.Name is "dependencies" or "devDependencies")
            .SelectMany(member => member.Value.EnumerateObject())
            .Select(package => package.Name.StartsWith("@tiptap/", StringComparison.Ordinal) ? "@tiptap/*" : package.Name);

        Assert.That(nuget.Concat(npm).Distinct().Where(name => !notices.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }
}
