using System.Text;
using Hedensted.Content.Serialisation.Transfer;

namespace Hedensted.Content.Tests.Serialisation.Transfer;

/// <summary>Files that somebody uploads: what they are is found out without trusting them.</summary>
public class TransferFileTests
{
    private const string Key = "7b66128c-a5c6-5d76-b93b-283996fcaba0";
    private const string Info = $"<Info><Name>N</Name><Alias>n</Alias><Key>{Key}</Key></Info>";

    [TestCase($"<DocumentType>{Info}</DocumentType>", TransferKind.DocumentType)]
    [TestCase($"<MediaType>{Info}</MediaType>", TransferKind.MediaType)]
    [TestCase($"<DictionaryItem Key='{Key}' Name='n'/>", TransferKind.DictionaryItem)]
    public void What_it_is_is_told_by_its_first_element(string text, TransferKind kind)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode })
        {
            var (file, refusal) = TransferFile.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.That((file?.Kind, file?.Key, file?.Alias, refusal), Is.EqualTo((kind, Guid.Parse(Key), "n", (string?)null)));
        }
    }

    [TestCase("", "tom")]
    [TestCase("Ikke XML", "ikke gyldig XML")]
    [TestCase("{\"json\":1}", "ikke gyldig XML")]
    [TestCase($"<DocumentType>{Info}", "ikke gyldig XML")]
    [TestCase($"<DocumentType>{Info}</DocumentType><MediaType/>", "ikke gyldig XML")]
    [TestCase("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><DocumentType>&e;</DocumentType>", "ikke gyldig XML")]
    [TestCase("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><DocumentType>&b;</DocumentType>", "ikke gyldig XML")]
    [TestCase("<!DOCTYPE DocumentType SYSTEM 'http://example.dk/x.dtd'><DocumentType/>", "ikke gyldig XML")]
    [TestCase("<?xml version='1.0' encoding='utf-7'?><DocumentType/>", "ikke gyldig XML")]
    [TestCase("<?xml version='1.0' encoding='no-such'?><DocumentType/>", "ikke gyldig XML")]
    [TestCase("<html><script>alert(1)</script></html>", "<html>")]
    [TestCase("<MemberType/>", "<MemberType>")]
    [TestCase($"<DocumentType xmlns='urn:x'>{Info}</DocumentType>", "hverken en dokumenttype")]
    [TestCase("<DocumentType/>", "<Info> mangler")]
    [TestCase("<DocumentType><Info><Name>N</Name></Info></DocumentType>", "<Alias> mangler")]
    [TestCase("<DocumentType><Info><Alias>n</Alias></Info></DocumentType>", "ingen gyldig nøgle")]
    [TestCase("<MediaType><Info><Alias>n</Alias><Key>17</Key></Info></MediaType>", "ingen gyldig nøgle")]
    [TestCase("<DictionaryItem Name='n'/>", "ingen gyldig nøgle")]
    public void A_file_that_is_no_such_thing_is_refused_with_what_to_do(string text, string says)
    {
        var (file, refusal) = TransferFile.Read(Encoding.UTF8.GetBytes(text));
        Assert.That(file, Is.Null);
        Assert.That(refusal, Does.Contain(says).And.EndWith("eksportér den igen fra det websted, den kommer fra.").IgnoreCase);
    }

    [Test]
    public void A_file_that_is_too_big_too_deep_or_no_text_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat($"<DictionaryItem Key='{Key}' Name='n'>", 100_000 / 5)) + "…";
        Assert.Multiple(() =>
        {
            Assert.That(TransferFile.Read(new byte[TransferFile.MaxBytes + 1]).Refusal, Does.Contain("2 MB"));
            Assert.That(TransferFile.Read(Encoding.UTF8.GetBytes(deep)).Refusal, Does.Contain("ikke gyldig XML"));
            Assert.That(TransferFile.Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 2, 3]).Refusal, Does.Contain("ikke gyldig XML"));
            Assert.That(TransferFile.Read([.. "<DictionaryItem Name='"u8, 0xC3, 0x28, .. "'/>"u8]).Refusal, Does.Contain("ikke gyldig XML"));
        });
    }
}
