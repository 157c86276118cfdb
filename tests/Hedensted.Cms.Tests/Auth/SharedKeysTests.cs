using System.Security.Cryptography;
using System.Xml.Linq;
using Hedensted.Cms.Auth.Keys;
using Hedensted.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace Hedensted.Cms.Tests.Auth;

/// <summary>What one server seals, another opens; and a copy of the database opens nothing.</summary>
public class SharedKeysTests
{
    private const string Secret = "en hemmelighed på mere end toogtredive tegn";
    private const string Another = "en anden hemmelighed på mere end toogtredive tegn";

    [Test]
    public void A_sealed_key_shows_nothing_and_is_opened_by_its_secret_only()
    {
        var key = new XElement("masterKey", "dybt hemmeligt æøå");
        var box = new KeySeal(Secret).Encrypt(key);

        Assert.Multiple(() =>
        {
            Assert.That(box.EncryptedElement.ToString(), Does.Not.Contain("hemmeligt"));
            Assert.That(box.DecryptorType, Is.EqualTo(typeof(KeyOpener)));
            Assert.That(XNode.DeepEquals(KeySeal.Open(box.EncryptedElement, Secret), key));
            Assert.That(KeySeal.Open(box.EncryptedElement, Another), Is.Null);
            Assert.That(new KeySeal(Secret).Encrypt(key).EncryptedElement.Value, Is.Not.EqualTo(box.EncryptedElement.Value), "no two boxes are alike");
        });
    }

    [Test]
    public void A_key_that_somebody_has_changed_is_not_opened()
    {
        var box = new KeySeal(Secret).Encrypt(new XElement("masterKey", "x")).EncryptedElement;
        var bytes = Convert.FromBase64String(box.Value);
        bytes[^1] ^= 1;
        Assert.That(KeySeal.Open(new XElement(KeySeal.Element, Convert.ToBase64String(bytes)), Secret), Is.Null);
        Assert.That(KeySeal.Open(new XElement(KeySeal.Element, Convert.ToBase64String(new byte[8])), Secret), Is.Null);
    }

    [Test]
    public async Task What_one_server_seals_another_opens_also_when_they_start_at_once_and_after_the_secret_was_changed()
    {
        if (PostgresSite.Missing() is { } missing)
        {
            Assert.Ignore(missing);
        }

        await using var database = await PostgresSite.CreateAsync();
        await using var here = Server(database, ("Hedensted:Keys:Secret", Secret));
        await using var there = Server(database, ("Hedensted:Keys:Secret", Secret));
        var letters = await Task.WhenAll(Task.Run(() => Seal(here)), Task.Run(() => Seal(there)));
        Assert.That((Open(there, letters[0]), Open(here, letters[1])), Is.EqualTo(("et brev", "et brev")));

        await using var later = Server(database, ("Hedensted:Keys:Secret", Another), ("Hedensted:Keys:Earlier:0", Secret));
        Assert.That(Open(later, letters[0]), Is.EqualTo("et brev"));

        await using var stranger = Server(database, ("Hedensted:Keys:Secret", Another));
        Assert.That(() => Open(stranger, letters[0]), Throws.InstanceOf<CryptographicException>());
    }

    private static CmsFactory Server(PostgresSite database, params (string Name, string Value)[] settings)
    {
        var server = new CmsFactory();
        foreach (var (name, value) in database.Settings(settings))
        {
            server.With(name, value);
        }

        return server;
    }

    private static string Seal(CmsFactory server) => Protector(server).Protect("et brev");

    private static string Open(CmsFactory server, string letter) => Protector(server).Unprotect(letter);

    private static IDataProtector Protector(CmsFactory server) => server.Service<IDataProtectionProvider>().CreateProtector("Hedensted.Cms.Tests");
}
