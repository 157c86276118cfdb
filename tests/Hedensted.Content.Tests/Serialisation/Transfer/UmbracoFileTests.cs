using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Reading;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.StartProfile;

namespace Hedensted.Content.Tests.Serialisation.Transfer;

/// <summary>What Umbraco 18's own code writes of a type, against what we write of it and read from it.</summary>
public class UmbracoFileTests
{
    private static readonly ContentSchema Site = Schema();

    private static IEnumerable<TestCaseData> Types => Site.ContentTypes.Select(type => new TestCaseData(type.Key).SetArgDisplayNames(type.Alias));

    [TestCaseSource(nameof(Types))]
    public void We_write_what_Umbraco_writes(Guid key)
    {
        var type = Site.FindType(key)!;
        var umbraco = Plain(new UmbracoSerializer(Site).Write(type));
        var ours = Plain(TypeExport.ToElement(Site, type));

        // Umbraco leaves out how a media type is listed, composed and filed, and numbers groups that have keys.
        var added = type.Kind == NodeKind.Media ? new[] { "Info/ListView", "Info/Folder", "Info/Compositions/Composition" } : [];
        Assert.That(ours.Where(line => !added.Any(line.StartsWith)).Order(StringComparer.Ordinal), Is.EqualTo(umbraco.Order(StringComparer.Ordinal)));
    }

    [TestCaseSource(nameof(Types))]
    public void We_read_what_Umbraco_writes_as_the_type_that_it_was_written_of(Guid key)
    {
        var type = Site.FindType(key)!;
        var (file, refusal) = TransferFile.Read(System.Text.Encoding.UTF8.GetBytes(new UmbracoSerializer(Site).Write(type).ToString()));
        Assert.That(refusal, Is.Null);
        var read = new TypeFile(file!, Site, Guid.NewGuid).Read();
        var lost = type.Kind == NodeKind.Media ? type with { CollectionKey = null, Folder = "" } : type with { Folder = "" };
        Assert.That(Describe(read), Is.EqualTo(Describe(lost)));
    }

    // Every value by its path; flags in one spelling, and nothing of what is empty: both read it as nothing.
    private static IEnumerable<string> Plain(XElement root)
    {
        foreach (var leaf in root.DescendantsAndSelf())
        {
            var path = string.Join('/', leaf.AncestorsAndSelf().Reverse().Skip(1).Select(element => element.Name.LocalName));
            foreach (var attribute in leaf.Attributes())
            {
                yield return $"{path}@{attribute.Name.LocalName} = {attribute.Value}";
            }

            if (!leaf.HasElements && leaf.Value.Length > 0 && path != "Tabs/Tab/Id")
            {
                yield return $"{path} {leaf.Parent?.Element("Alias")?.Value} = {(bool.TryParse(leaf.Value, out var flag) ? flag.ToString() : leaf.Value)}";
            }
        }
    }

    internal static string Describe(ContentType type) => System.Text.Json.JsonSerializer.Serialize(type with
    {
        Compositions = [.. type.Compositions.Order()],
        Containers = [.. type.Containers.OrderBy(container => container.Key)],
        Properties = [.. type.Properties.OrderBy(property => property.Key)],
    });

    // The library's own site, and what a fresh Umbraco has.
    private static ContentSchema Schema()
    {
        var files = SiteReader.Read(TemporaryFolder.Repository, SiteState.Empty).State;
        var blank = BlankSite.Everything;
        return new(
            files.Languages,
            [.. files.DataTypes.Concat(blank.DataTypes).DistinctBy(type => type.Key)],
            [.. files.ContentTypes.Concat(blank.ContentTypes).DistinctBy(type => (type.Kind, type.Alias.ToUpperInvariant())).DistinctBy(type => type.Key)]);
    }
}
