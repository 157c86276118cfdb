using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hedensted.GraphQL.Caching.Redis;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>The text that says where Redis is: as operators write it, and as those who rent one out hand it over.</summary>
public class RedisAddressTests
{
    [TestCase("redis", "redis", 6379)]
    [TestCase("redis:7000", "redis", 7000)]
    [TestCase("10.0.0.4:7000", "10.0.0.4", 7000)]
    [TestCase("::1", "::1", 6379)]
    [TestCase("[::1]", "::1", 6379)]
    [TestCase("[::1]:7000", "::1", 7000)]
    [TestCase("cache.example.dk,ssl=true", "cache.example.dk", 6380)]
    public void A_server_is_a_name_and_a_port(string text, string host, int port) =>
        Assert.That(RedisAddress.Read(text).Servers, Is.EqualTo(new[] { new DnsEndPoint(host, port) }));

    [Test]
    public void Options_are_read_and_those_of_other_clients_are_passed_over()
    {
        var address = RedisAddress.Read("one:1,two:2, user=cms ,password=a=b==,ssl=True,sslHost=redis.example.dk,defaultDatabase=3,abortConnect=False,syncTimeout=5000");

        Assert.Multiple(() =>
        {
            Assert.That(address.Servers.Select(server => server.Port), Is.EqualTo(new[] { 1, 2 }));
            Assert.That((address.User, address.Password), Is.EqualTo(("cms", "a=b==")));
            Assert.That((address.IsEncrypted, address.CertificateName, address.Database), Is.EqualTo((true, "redis.example.dk", 3)));
            Assert.That(address.Authorities, Is.Null);
        });
    }

    [Test]
    public void Who_vouches_for_it_is_read_from_a_file()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=library", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.GetTempFileName();
        File.WriteAllText(file, certificate.ExportCertificatePem());

        Assert.That(RedisAddress.Read($"redis,ssl=true,certificateAuthority={file}").Authorities!.Single().Subject, Is.EqualTo("CN=library"));

        File.WriteAllText(file, "not a certificate");
        Assert.That(() => RedisAddress.Read($"redis,ssl=true,certificateAuthority={file}"), Throws.InstanceOf<FormatException>().With.Message.Contains("uden certifikater"));
        File.Delete(file);
        Assert.That(() => RedisAddress.Read($"redis,ssl=true,certificateAuthority={file}"), Throws.InstanceOf<FormatException>().With.Message.Contains("der ikke kan læses"));
    }

    [TestCase("", "nævner ingen vært")]
    [TestCase("password=hemmelig", "nævner ingen vært")]
    [TestCase("redis:port", "en port, der ikke er et tal")]
    [TestCase("redis:70000", "en port, der ikke er et tal")]
    [TestCase("to ord:6379", "en vært, der ikke kan være et navn")]
    [TestCase("redis,ssl=ja", "true eller false")]
    [TestCase("redis,defaultDatabase=-1", "et helt tal")]
    [TestCase("redis,password=hem,melig", "en del i den, som ikke kendes")]
    [TestCase("redis,password=hem,melig=1", "en del i den, som ikke kendes")]
    public void What_cannot_be_read_says_what_to_write_and_repeats_nothing(string text, string sentence) =>
        Assert.That(() => RedisAddress.Read(text), Throws.InstanceOf<FormatException>()
            .With.Message.Contains(sentence).And.Message.StartsWith("ConnectionStrings:redis ").And.Message.Contains("start igen").And.Message.Not.Contains("melig"));
}
