using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Hedensted.Content.Tests.StartingContent;

/// <summary>The site's uSync files, read straight from the repository with nothing but an XML reader.</summary>
internal static class SyncFolder
{
    public static string Root { get; } = Path.Combine(FindRepository(), "uSync", "v18");

    public static string Fixture(string name) =>
        Path.Combine(FindRepository(), "tests", "Hedensted.Content.Tests", "StartingContent", name);

    /// <summary>Every file of one kind with its root element, in name order.</summary>
    public static IReadOnlyList<SyncFile> Read(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.config", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SyncFile(path, XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!))];

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hedensted.Cms.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests must run inside the repository, because they read uSync/v18 from it.");
    }
}

/// <summary>One uSync file: where it lies and what it says.</summary>
public sealed record SyncFile(string Path, XElement Item)
{
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Path);
    public string Key => Item.Attribute("Key")!.Value;
    public string Alias => Item.Attribute("Alias")!.Value;

    public string? Info(string name) => Item.Element("Info")?.Element(name)?.Value;

    /// <summary>The stored text of one property; empty when the editor left it so.</summary>
    public string Property(string alias) => Item.Element("Properties")?.Element(alias)?.Element("Value")?.Value ?? "";

    public JsonNode Config() => JsonNode.Parse(Item.Element("Config")!.Value)!;

    public override string ToString() => FileName;
}
