using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hedensted.Content.Tests.StartingContent;

/// <summary>The committed files look exactly as uSync 18 writes them, so that an export changes nothing.</summary>
public partial class SyncFileFormatTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static IEnumerable<TestCaseData> Files() =>
        Directory.EnumerateFiles(SyncFolder.Root, "*.config", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetRelativePath(SyncFolder.Root, path)));

    [TestCaseSource(nameof(Files))]
    public async Task A_file_survives_being_read_and_written_again(string path)
    {
        var before = await File.ReadAllBytesAsync(path);
        using var after = new MemoryStream();
        await XElement.Parse(Encoding.UTF8.GetString(before).TrimStart('\uFEFF')).SaveAsync(after, SaveOptions.None, CancellationToken.None);
        Assert.That(Encoding.UTF8.GetString(after.ToArray()), Is.EqualTo(Encoding.UTF8.GetString(before)));
        Assert.That(before.AsSpan(0, 3).ToArray(), Is.EqualTo(Encoding.UTF8.GetPreamble()));
        Assert.That(before, Does.Not.Contain((byte)'\r'));
    }

    [TestCaseSource(nameof(Files))]
    public void Json_inside_a_file_is_written_as_dotnet_writes_it(string path)
    {
        var texts = XElement.Load(path).Descendants().Where(element => element.Name.LocalName is "Value" or "Config")
            .Select(element => element.Value).Where(text => text is ['{' or '[', ..]);
        foreach (var text in texts)
        {
            Assert.That(JsonNode.Parse(text)!.ToJsonString(Indented), Is.EqualTo(text));
        }
    }

    [TestCase("DataTypes")]
    [TestCase("ContentTypes")]
    [TestCase("MediaTypes")]
    [TestCase("Dictionary")]
    [TestCase("Content")]
    public void A_file_is_named_after_its_item(string folder)
    {
        var expected = SyncFolder.Read(folder).Select(file => folder == "DataTypes" ? SafeAlias(file.Alias) : SafeFile(file.Alias));
        Assert.That(SyncFolder.Read(folder).Select(file => file.FileName), Is.EqualTo(expected));
    }

    [Test]
    public void Properties_configurations_and_compositions_are_in_uSyncs_order()
    {
        var ignoreCase = StringComparer.OrdinalIgnoreCase;
        Assert.Multiple(() =>
        {
            foreach (var type in SyncFolder.Read("ContentTypes"))
            {
                Assert.That(type.Item.Descendants("GenericProperty").Select(p => p.Element("Alias")!.Value), Is.Ordered.Using<string>(ignoreCase), type.FileName);
                Assert.That(type.Item.Descendants("Composition").Select(c => c.Value), Is.Ordered.Using<string>(ignoreCase), type.FileName);
                Assert.That(type.Item.Descendants("Tab").Elements("Key").Select(k => k.Value), Is.Ordered.Using<string>(StringComparer.Ordinal), type.FileName);
            }

            foreach (var document in SyncFolder.Read("Content"))
            {
                Assert.That(document.Item.Element("Properties")!.Elements().Select(p => p.Name.LocalName), Is.Ordered.Using<string>(ignoreCase), document.FileName);
            }

            foreach (var type in SyncFolder.Read("DataTypes"))
            {
                Assert.That(type.Config().AsObject().Select(setting => setting.Key), Is.Ordered.Using<string>(StringComparer.Ordinal), type.FileName);
            }
        });
    }

    private static string SafeFile(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? Part(name) : Part(name[..dot]) + "." + Part(name[(dot + 1)..]);

        static string Part(string text) => string.Join('-', Words(text)).ToLowerInvariant();
    }

    private static string SafeAlias(string name)
    {
        var words = Words(name);
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string[] Words(string text)
    {
        var ascii = new StringBuilder(text)
            .Replace("æ", "ae").Replace("ø", "oe").Replace("å", "aa").Replace("Æ", "ae").Replace("Ø", "oe").Replace("Å", "aa");
        return [.. Word().Matches(Removed().Replace(ascii.ToString(), "")).Select(match => match.Value)];
    }

    [GeneratedRegex("[\"'%.;/\\\\:#&?<>]")]
    private static partial Regex Removed();

    [GeneratedRegex(@"[\p{L}\p{Nd}_]+")]
    private static partial Regex Word();
}
