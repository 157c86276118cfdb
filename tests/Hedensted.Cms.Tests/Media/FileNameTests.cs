using Hedensted.Cms.Media.Storage;

namespace Hedensted.Cms.Tests.Media;

/// <summary>Names and addresses lead to files of the media folder and nowhere else.</summary>
public class FileNameTests
{
    [TestCase("Rødgrød på Ærø!.JPG", "roedgroed-paa-aeroe.jpg")]
    [TestCase("../../etc/passwd.jpg", "passwd.jpg")]
    [TestCase(@"..\..\windows\system.ini.jpg", "system-ini.jpg")]
    [TestCase("CON.jpg", "fil.jpg")]
    [TestCase(".jpg", "fil.jpg")]
    [TestCase("a\0b.jpg", "a-b.jpg")]
    [TestCase("foto\u202Egpj.exe.jpg", "foto-gpj-exe.jpg")]
    [TestCase("Café über.jpg", "cafe-uber.jpg")]
    [TestCase("a\u030Angstro\u0308m.jpg", "aangstrom.jpg")]
    [TestCase("😀😀.jpg", "fil.jpg")]
    public void A_name_becomes_one_that_every_file_system_can_carry(string given, string kept) =>
        Assert.That(SafeFileName.From(given, "jpg"), Is.EqualTo(kept));

    [Test]
    public void A_long_name_is_cut() =>
        Assert.That(SafeFileName.From(new string('a', 300) + ".jpg", "jpg"), Has.Length.EqualTo(104));

    [TestCase("../secret.txt")]
    [TestCase("../../secret.txt")]
    [TestCase("x/../../secret.txt")]
    [TestCase("..\\secret.txt")]
    [TestCase("x/..")]
    [TestCase("./secret.txt")]
    [TestCase("%2e%2e/secret.txt")]
    [TestCase("..%2fsecret.txt")]
    [TestCase("/etc/passwd")]
    [TestCase("x/.hidden")]
    [TestCase("x/foto.jpg::$DATA")]
    [TestCase("x/foto.jpg ")]
    [TestCase("x/foto.jpg.")]
    [TestCase("x/foto\0.jpg")]
    [TestCase("link/secret.txt")]
    [TestCase("real/link.txt")]
    [TestCase("")]
    public void An_address_outside_the_media_folder_finds_nothing(string address)
    {
        using var site = new MediaSite();
        var outside = Path.Combine(Path.GetDirectoryName(site.Folders.Stored)!, "secret.txt");
        File.WriteAllText(outside, "hemmeligt");
        Directory.CreateDirectory(Path.Combine(site.Folders.Stored, "x"));
        Directory.CreateDirectory(Path.Combine(site.Folders.Stored, "real"));
        File.WriteAllText(Path.Combine(site.Folders.Stored, "x", ".hidden"), "hemmeligt");
        Directory.CreateSymbolicLink(Path.Combine(site.Folders.Stored, "link"), Path.GetDirectoryName(outside)!);
        File.CreateSymbolicLink(Path.Combine(site.Folders.Stored, "real", "link.txt"), outside);

        Assert.That(site.Folders.Find(address), Is.Null);
    }

    [Test]
    public void A_stored_file_is_found_at_its_address_until_it_is_removed()
    {
        using var site = new MediaSite();
        var source = Path.Combine(site.Folders.Temporary, "fil");
        File.WriteAllText(source, "indhold");

        var address = site.Stored.Keep(source, "Åbent hus.pdf", "pdf");

        Assert.That(address, Does.Match("^[0-9a-f]{10}/aabent-hus\\.pdf$"));
        Assert.That(site.Folders.Find(address), Is.Not.Null);
        site.Stored.Remove(address);
        Assert.That(site.Folders.Find(address), Is.Null);
        Assert.That(Directory.GetDirectories(site.Folders.Stored), Is.Empty);
    }
}
