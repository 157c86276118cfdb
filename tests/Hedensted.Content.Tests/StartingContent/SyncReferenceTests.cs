using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hedensted.Content.Tests.StartingContent;

/// <summary>Everything that one starting file says about another is true: no key, alias or parent points into nothing.</summary>
public partial class SyncReferenceTests
{
    private static readonly IReadOnlyList<SyncFile> DataTypes = SyncFolder.Read("DataTypes");
    private static readonly IReadOnlyList<SyncFile> ContentTypes = SyncFolder.Read("ContentTypes");
    private static readonly IReadOnlyList<SyncFile> MediaTypes = SyncFolder.Read("MediaTypes");
    private static readonly IReadOnlyList<SyncFile> Documents = SyncFolder.Read("Content");
    private static readonly Dictionary<string, SyncFile> TypeByKey = ContentTypes.ToDictionary(type => type.Key);
    private static readonly Dictionary<string, SyncFile> TypeByAlias = ContentTypes.ToDictionary(type => type.Alias);
    private static readonly Dictionary<string, SyncFile> DataTypeByKey = DataTypes.ToDictionary(type => type.Key);
    private static readonly Dictionary<string, SyncFile> DocumentByKey = Documents.ToDictionary(document => document.Key);
    private static readonly HashSet<string> MediaTypeKeys = [.. MediaTypes.Select(type => type.Key)];

    [Test]
    public void Keys_are_unique_across_kinds()
    {
        var keys = DataTypes.Concat(ContentTypes).Concat(MediaTypes).Concat(Documents).Concat(SyncFolder.Read("Dictionary")).Select(file => file.Key)
            .Concat(ContentTypes.SelectMany(type => type.Item.Descendants("Key").Select(key => key.Value)));
        Assert.That(keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key), Is.Empty);
    }

    [TestCaseSource(nameof(ContentTypes))]
    public void A_type_uses_only_data_types_that_exist_and_names_their_editor(SyncFile type)
    {
        foreach (var property in type.Item.Descendants("GenericProperty"))
        {
            Assert.That(DataTypeByKey, Does.ContainKey(property.Element("Definition")!.Value));
            Assert.That(property.Element("Type")!.Value, Is.EqualTo(DataTypeByKey[property.Element("Definition")!.Value].Info("EditorAlias")));
        }
    }

    [TestCaseSource(nameof(ContentTypes))]
    public void A_type_refers_only_to_types_that_exist(SyncFile type)
    {
        var references = type.Item.Descendants("Composition").Concat(type.Item.Element("Structure")!.Elements());
        foreach (var reference in references)
        {
            Assert.That(TypeByKey[reference.Attribute("Key")!.Value].Alias, Is.EqualTo(reference.Value));
        }

        Assert.That(Aliases(type).GroupBy(alias => alias).Where(group => group.Count() > 1), Is.Empty, "a composition repeats an alias");
        var list = type.Info("ListView")!;
        Assert.That(list == Guid.Empty.ToString() || DataTypeByKey[list].Info("EditorAlias") == "Umbraco.ListView", list);
    }

    [TestCaseSource(nameof(ContentTypes))]
    public void Every_property_lies_on_a_tab_and_says_in_words_what_is_missing(SyncFile type)
    {
        var tabs = type.Item.Element("Tabs")!.Elements().ToDictionary(tab => tab.Element("Alias")!.Value, tab => tab.Element("Caption")!.Value);
        foreach (var property in type.Item.Descendants("GenericProperty"))
        {
            Assert.That(tabs[property.Element("Tab")!.Attribute("Alias")!.Value], Is.EqualTo(property.Element("Tab")!.Value));
            var mandatory = (bool)property.Element("Mandatory")!;
            Assert.That(property.Element("MandatoryMessage")!.Value, mandatory ? Is.Not.Empty : Is.Empty, property.Element("Alias")!.Value);
            var pattern = property.Element("Validation")!.Value;
            Assert.That(property.Element("ValidationRegExpMessage")!.Value, pattern.Length > 0 ? Is.Not.Empty : Is.Empty);
            Assert.That(() => new Regex(pattern, RegexOptions.NonBacktracking), Throws.Nothing);
        }
    }

    [Test]
    public void Block_lists_offer_element_types_and_pickers_offer_documents()
    {
        Assert.Multiple(() =>
        {
            foreach (var type in DataTypes)
            {
                var config = type.Config();
                foreach (var block in config["blocks"]?.AsArray() ?? [])
                {
                    Assert.That(TypeByKey[(string)block!["contentElementTypeKey"]!].Info("IsElement"), Is.EqualTo("true"), type.FileName);
                }

                var isMedia = type.Info("EditorAlias") == "Umbraco.MediaPicker3";
                foreach (var key in Keys(config["filter"]).Concat(Keys(config["allowedContentTypes"])))
                {
                    Assert.That(isMedia ? MediaTypeKeys.Contains(key) : TypeByKey[key].Info("IsElement") == "false", type.FileName);
                }

                foreach (var start in Keys(config["startNodeId"]).Concat(Keys((config["startNode"] as JsonObject)?["id"])))
                {
                    Assert.That(DocumentByKey, Does.ContainKey(start), type.FileName);
                }
            }
        });
    }

    [TestCaseSource(nameof(Documents))]
    public void A_document_stands_where_its_type_is_allowed_and_has_every_property(SyncFile document)
    {
        var type = TypeByAlias[document.Info("ContentType")!];
        var parent = document.Item.Element("Info")!.Element("Parent")!;
        if (parent.Attribute("Key")!.Value == Guid.Empty.ToString())
        {
            Assert.That(type.Info("AllowAtRoot"), Is.EqualTo("True"));
        }
        else
        {
            var above = DocumentByKey[parent.Attribute("Key")!.Value];
            Assert.That(above.Alias, Is.EqualTo(parent.Value));
            Assert.That(TypeByAlias[above.Info("ContentType")!].Item.Element("Structure")!.Elements().Select(child => child.Value), Does.Contain(type.Alias));
            Assert.That((int)document.Item.Attribute("Level")!, Is.EqualTo((int)above.Item.Attribute("Level")! + 1));
            Assert.That(document.Info("Path"), Does.StartWith(above.Info("Path") + "/"));
        }

        Assert.That(document.Item.Element("Properties")!.Elements().Select(property => property.Name.LocalName), Is.EquivalentTo(Aliases(type)));
        foreach (var property in Properties(type).Where(property => (bool)property.Element("Mandatory")!))
        {
            Assert.That(document.Property(property.Element("Alias")!.Value), Is.Not.Empty, property.Element("Alias")!.Value);
        }
    }

    [TestCaseSource(nameof(Documents))]
    public void What_a_document_points_at_exists(SyncFile document)
    {
        foreach (Match link in DocumentUdi().Matches(document.Item.ToString()))
        {
            Assert.That(DocumentByKey, Does.ContainKey(Guid.Parse(link.Groups[1].Value).ToString()));
        }

        foreach (var list in document.Item.Descendants("Value").Select(value => value.Value).Where(text => text.Contains("\"Umbraco.BlockList\"", StringComparison.Ordinal)))
        {
            AssertBlocks(JsonNode.Parse(list)!);
        }
    }

    private static void AssertBlocks(JsonNode list)
    {
        var keys = list["contentData"]!.AsArray().Select(block => (string)block!["key"]!).ToArray();
        Assert.That(list["expose"]!.AsArray().Select(item => (string)item!["contentKey"]!), Is.EqualTo(keys));
        Assert.That(list["layout"]!["Umbraco.BlockList"]!.AsArray().Select(item => (string)item!["contentKey"]!), Is.EqualTo(keys));
        foreach (var block in list["contentData"]!.AsArray())
        {
            var element = TypeByKey[(string)block!["contentTypeKey"]!];
            Assert.That(element.Info("IsElement"), Is.EqualTo("true"));
            Assert.That(block["values"]!.AsArray().Select(value => (string)value!["alias"]!), Is.SubsetOf(Aliases(element)));
        }
    }

    private static IEnumerable<string> Aliases(SyncFile type) => Properties(type).Select(property => property.Element("Alias")!.Value);

    private static IEnumerable<XElement> Properties(SyncFile type) =>
        type.Item.Descendants("GenericProperty").Concat(
            type.Item.Descendants("Composition").SelectMany(composition => Properties(TypeByKey[composition.Attribute("Key")!.Value])));

    private static string[] Keys(JsonNode? setting) =>
        setting?.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    [GeneratedRegex("umb://document/([0-9a-f]{32})")]
    private static partial Regex DocumentUdi();
}
