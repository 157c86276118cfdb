using System.Xml.Linq;

namespace Hedensted.Cms.Tests.Architecture;

/// <summary>Holds the arrows of the house: data moves right only, and the platform knows nothing of the library.</summary>
public class ArrowTests
{
    private static readonly string Root = RepositoryRoot.Path;

    [TestCase("Hedensted.GraphQL.Engine", "")]
    [TestCase("Hedensted.Content", "")]
    [TestCase("Hedensted.Bibliotek", "Hedensted.Content")]
    [TestCase("Hedensted.GraphQL", "Hedensted.Bibliotek Hedensted.Content Hedensted.GraphQL.Engine")]
    [TestCase("Hedensted.Cms", "Hedensted.Bibliotek Hedensted.Content Hedensted.GraphQL Hedensted.GraphQL.Engine")]
    public void A_project_refers_only_to_what_it_may_use(string project, string allowed)
    {
        var references = Project(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.That(references, Is.SubsetOf(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Every_project_in_src_is_held_by_an_arrow()
    {
        var held = typeof(ArrowTests).GetMethod(nameof(A_project_refers_only_to_what_it_may_use))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>().Select(test => (string)test.Arguments[0]!);

        Assert.That(held, Is.EquivalentTo(Directory.GetDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName)));
    }

    [Test]
    public void The_engine_uses_no_package()
    {
        Assert.That(Project("Hedensted.GraphQL.Engine").Descendants("PackageReference"), Is.Empty);
    }

    // Queries stand beside the operation that asks them; the context, the rows and the migrations stay in Storage.
    [Test]
    public void Only_the_content_engine_uses_Entity_Framework_and_its_model_and_files_do_not()
    {
        var wrong = Sources("src")
            .Where(file => !file.Contains("/Hedensted.Content/", StringComparison.Ordinal)
                || file.Contains("/Hedensted.Content/Model/", StringComparison.Ordinal)
                || file.Contains("/Hedensted.Content/Serialisation/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Nobody_who_uses_the_content_engine_meets_Entity_Framework()
    {
        var met = typeof(Content.Editing.ContentTree).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers().OfType<System.Reflection.MethodBase>())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as System.Reflection.MethodInfo)?.ReturnType ?? typeof(void)))
            .SelectMany(type => type.GetGenericArguments().Append(type))
            .Where(type => type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true);

        Assert.That(met, Is.Empty);
    }

    [Test]
    public void Nothing_outside_Storage_can_see_what_is_in_it()
    {
        var open = Sources("src/Hedensted.Content/Storage")
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("public ", StringComparison.Ordinal)
                && !line.Contains("Exception", StringComparison.Ordinal) && !line.Contains("enum ", StringComparison.Ordinal)));

        Assert.That(open, Is.Empty);
    }

    [TestCase("Language", "Types Validation Execution")]
    [TestCase("Types", "Validation Execution")]
    [TestCase("Validation", "Execution")]
    public void The_engine_reads_from_left_to_right(string folder, string mayNotUse)
    {
        var forbidden = mayNotUse.Split(' ').Select(name => $"using Hedensted.GraphQL.Engine.{name};").ToArray();
        var wrong = Sources($"src/Hedensted.GraphQL.Engine/{folder}")
            .Where(file => forbidden.Any(File.ReadAllText(file).Contains));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Site_and_screens_read_the_public_API_and_nothing_else()
    {
        string[] forbidden = ["Hedensted.Content.Editing", "Hedensted.Content.Publishing", "Hedensted.Bibliotek"];
        var wrong = Sources("src/Hedensted.Cms/Site").Concat(Sources("src/Hedensted.Cms/Screens"))
            .Where(file => forbidden.Any(name => File.ReadAllText(file).Contains($"using {name}", StringComparison.Ordinal)));

        Assert.That(wrong, Is.Empty);
    }

    private static XDocument Project(string name) => XDocument.Load(Path.Combine(Root, "src", name, name + ".csproj"));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal));
}
