using System.Text;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>What an export does to a folder that already holds files.</summary>
public class ExportTests
{
    private static readonly Guid Other = new("5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111");
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_second_export_writes_nothing()
    {
        Assert.That(Export(Sample.Site).Written, Has.Length.EqualTo(18));
        var before = TemporaryFolder.Snapshot(_folder.Path);
        Assert.That(Export(Sample.Site).Written, Is.Empty);
        Assert.That(TemporaryFolder.Snapshot(_folder.Path), Is.EqualTo(before));
    }

    [Test]
    public void A_file_that_differs_in_newlines_and_byte_order_mark_alone_is_left()
    {
        Export(Sample.Site);
        var path = Path.Combine(_folder.Path, "ContentTypes/recipepage.config");
        File.WriteAllText(path, File.ReadAllText(path).ReplaceLineEndings("\r\n") + "\r\n", new UTF8Encoding(false));
        Assert.That(Export(Sample.Site).Written, Is.Empty);
    }

    [Test]
    public void The_second_of_two_with_one_name_gets_a_suffix_and_both_keep_theirs()
    {
        var site = With(Document(Other, "Hjem", 9));
        Export(site);
        Assert.That(_folder.Read("Content/hjem.config"), Does.Contain(Sample.HomeKey.ToString()));
        Assert.That(_folder.Read("Content/hjem_bixbyxi4.config"), Does.Contain(Other.ToString()));
        var reversed = site with { Nodes = [.. site.Nodes.Select(node => node.Key == Other ? node with { SortOrder = -1 } : node)] };
        Assert.That(Export(reversed).Written.Select(file => file.File), Is.EqualTo(["Content/hjem_bixbyxi4.config"]));
    }

    [Test]
    public void A_new_name_leaves_a_mark_under_the_old()
    {
        Export(Sample.Site);
        var renamed = Sample.Site with { Nodes = [.. Sample.Site.Nodes.Select(node => node.Key == Sample.ImageKey ? Named(node, "Grød.jpg") : node)] };
        Export(renamed);
        Assert.That(_folder.Read("Media/suppe.jpg.config"), Does.Contain("Change=\"Rename\""));
        Assert.That(_folder.Read("Media/groed.jpg.config"), Does.Contain("<Media Key"));
        Export(Sample.Site);
        Assert.That(_folder.Read("Media/suppe.jpg.config"), Does.Contain("<Media Key"));
        Assert.That(_folder.Read("Media/groed.jpg.config"), Does.Contain("Change=\"Rename\""));
    }

    [Test]
    public void A_thing_that_is_gone_leaves_a_mark_and_its_name()
    {
        Export(Sample.Site);
        var export = Export(Sample.Site with { Nodes = [.. Sample.Site.Nodes.Where(node => node.Key != Sample.SoupKey)] });
        Assert.That(export.Written.Single().Change, Is.EqualTo(USyncChange.Delete));
        Assert.That(_folder.Read("Content/dagens-suppe.config"), Does.EndWith($"<Empty Key=\"{Sample.SoupKey}\" Alias=\"Dagens suppe\" Change=\"Delete\" Level=\"2\" />"));
        Export(With(Document(Other, "Dagens suppe", 1)));
        Assert.That(_folder.Has("Content/dagens-suppe_bixbyxi4.config"));
    }

    [Test]
    public void Examples_and_what_stands_below_them_stay_out()
    {
        var example = Document(Guid.NewGuid(), "Eksempel", 1) with { IsExample = true };
        Export(With(example, Document(Other, "Under eksempel", 1) with { ParentKey = example.Key }));
        Assert.That(_folder.Has("Content/eksempel.config"), Is.False);
        Assert.That(_folder.Has("Content/under-eksempel.config"), Is.False);
    }

    [Test]
    public void A_trashed_document_says_where_it_stood()
    {
        Export(With(Document(Other, "Gammel", 0) with { Trashed = true, OriginalParentKey = Sample.HomeKey }));
        Assert.That(_folder.Read("Content/gammel.config"), Does.Contain("Alias=\"Gammel\" Level=\"101\"").And.Contain($"<Trashed Parent=\"{Sample.HomeKey}\">true</Trashed>"));
    }

    [Test]
    public void Characters_that_xml_cannot_hold_do_not_stop_an_export()
    {
        Export(With(Document(Other, "Klip\u000Bklap \uD83D\uDE00\uD83D", 0)));
        Assert.That(_folder.Read("Content/klip-klap.config"), Does.Contain("NodeName Default=\"Klipklap \uD83D\uDE00\""));
    }

    [Test]
    public void A_folder_with_a_broken_file_is_not_written_to()
    {
        Export(Sample.Site);
        _folder.Write("Content/dagens-suppe.config", "<<<<<<< HEAD");
        var before = TemporaryFolder.Snapshot(_folder.Path);
        Assert.That(Export(With(Document(Other, "Ny", 0))).Problems.Single().File, Is.EqualTo("Content/dagens-suppe.config"));
        Assert.That(TemporaryFolder.Snapshot(_folder.Path), Is.EqualTo(before));
    }

    private USyncExport Export(SiteState site) => USync.Export(site, _folder.Path);

    private static SiteState With(params SiteNode[] more) => Sample.Site with { Nodes = [.. Sample.Site.Nodes, .. more] };

    private static SiteNode Named(SiteNode node, string name) => node with { Content = node.Content with { Names = [new VariantName(null, name)] } };

    private static SiteNode Document(Guid key, string name, int sortOrder) => Named(
        new SiteNode { Key = key, Kind = NodeKind.Document, ContentTypeKey = Sample.Site.ContentTypes.Single(type => type.Alias == "home").Key, SortOrder = sortOrder, CreateDate = Sample.Created },
        name);
}
