using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>Names are uSync's on every platform.</summary>
public class SafeNamesTests
{
    [TestCase("Soup of the day", "soup-of-the-day")]
    [TestCase("Fællesskab, demokrati og dannelse", "faellesskab-demokrati-og-dannelse")]
    [TestCase("Article.By", "article.by")]
    [TestCase("da-DK", "da-dk")]
    [TestCase("meiβen", "meiβen")]
    [TestCase("*1491", "1491")]
    [TestCase("localhost:44328", "localhost-44328")]
    [TestCase("Hvad? Hvorfor / hvordan", "hvad-hvorfor-hvordan")]
    public void A_file_is_named_as_on_Windows(string name, string expected) => Assert.That(SafeNames.SafeFile(name), Is.EqualTo(expected));

    [TestCase("Label (bigint)", "LabelBigint")]
    [TestCase("[BlockList] Main Content", "BlockListMainContent")]
    [TestCase("_Content Grid - X", "ContentGridX")]
    [TestCase("wysiwg65_BlockGrid", "wysiwg65_BlockGrid")]
    [TestCase("True/false", "Truefalse")]
    [TestCase("Kultur for at læse", "KulturForAtLaese")]
    public void A_path_segment_is_a_safe_alias(string name, string expected) => Assert.That(SafeNames.SafeAlias(name), Is.EqualTo(expected));

    [TestCase("en-US", "eec79294-0000-0000-0000-000000000000")]
    [TestCase("da", "1fe3d815-0000-0000-0000-000000000000")]
    [TestCase("/", "cdcab783-0000-0000-0000-000000000000")]
    public void A_language_has_the_key_of_its_iso_code(string isoCode, string expected) =>
        Assert.That(SafeNames.LanguageKey(isoCode), Is.EqualTo(new Guid(expected)));

    // The fourth letter uses a bit twice; a reader of the algorithm would get another.
    [TestCase("5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111", "bixbyxi4")]
    public void A_suffix_is_the_first_forty_bits_with_Umbracos_quirk(string key, string expected)
    {
        Assert.That(SafeNames.Short8(new Guid(key)), Is.EqualTo(expected).And.EqualTo(ByHand(new Guid(key))));
    }

    [Test]
    public void Settings_of_a_web_server_get_another_name()
    {
        Assert.That(SafeNames.FileNames("web", Guid.Empty).Plain, Is.EqualTo("__web__.config"));
        Assert.That(SafeNames.FileNames("website", Guid.Empty).Plain, Is.EqualTo("website.config"));
    }

    private static string ByHand(Guid key)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz012345";
        var b = key.ToByteArray();
        int[] five = [b[0] >> 3, ((b[0] & 7) << 2) | (b[1] >> 6), (b[1] >> 1) & 31, (b[1] & 1) | (b[2] >> 4), ((b[2] & 15) << 1) | (b[3] >> 7), (b[3] >> 2) & 31, ((b[3] & 3) << 3) | (b[4] >> 5), b[4] & 31];
        return string.Concat(five.Select(index => alphabet[index]));
    }
}
