using System.Xml.Linq;

namespace Hedensted.Bibliotek.Tests.Examples;

/// <summary>What the uSync files say about types, choices and nodes, for comparison with the examples.</summary>
internal static class ContentModel
{
    private static readonly string Root = Path.Combine(FindRepository(), "uSync", "v18");
    private static readonly Dictionary<string, XElement> Types = Read("ContentTypes").ToDictionary(type => Attribute(type, "Alias"));
    private static readonly Dictionary<string, XElement> DataTypes = Read("DataTypes").ToDictionary(type => Attribute(type, "Key"));
    private static readonly Dictionary<Guid, string> NodeTypes = Read("Content").ToDictionary(node => Guid.Parse(Attribute(node, "Key")), node => node.Element("Info")!.Element("ContentType")!.Value);

    /// <summary>Own and composed properties by alias.</summary>
    public static Dictionary<string, Property> PropertiesOf(string typeAlias) => Collect(Types[typeAlias]).ToDictionary(property => property.Alias);

    public static string AliasOf(Guid typeKey) => Types.Single(type => Guid.Parse(Attribute(type.Value, "Key")) == typeKey).Key;

    /// <summary>The type of a node of the starting content; null when there is none.</summary>
    public static string? TypeOfNode(Guid key) => NodeTypes.GetValueOrDefault(key);

    public static IEnumerable<string> ChildrenOf(string typeAlias) => Types[typeAlias].Element("Structure")!.Elements().Select(child => child.Value);

    private static IEnumerable<Property> Collect(XElement type) =>
        type.Descendants("GenericProperty")
            .Select(property => new Property(
                property.Element("Alias")!.Value,
                property.Element("Type")!.Value,
                (bool)property.Element("Mandatory")!,
                DataTypes[property.Element("Definition")!.Value].Element("Config")!.Value,
                property.Element("Validation")!.Value))
            .Concat(type.Descendants("Composition").SelectMany(composition => Collect(Types[composition.Value])));

    private static IEnumerable<XElement> Read(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.config").Select(path => XElement.Load(path));

    private static string Attribute(XElement item, string name) => item.Attribute(name)!.Value;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hedensted.Cms.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests must run inside the repository, because they read uSync/v18 from it.");
        }

        return folder.FullName;
    }

    /// <summary>A property as its type declares it.</summary>
    internal sealed record Property(string Alias, string Editor, bool Mandatory, string Config, string Pattern);
}
