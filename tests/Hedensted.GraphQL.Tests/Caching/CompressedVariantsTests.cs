using System.IO.Compression;
using System.Text;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Http;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>Bodies for clients that can unpack them.</summary>
public class CompressedVariantsTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"title\":\"Læsekreds\"},", 200)));

    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br", "br")]
    [TestCase("gzip;q=1.0, br;q=0", "gzip")]
    [TestCase("GZIP", "gzip")]
    public async Task The_best_encoding_that_a_client_takes_is_made_once_and_kept(string accepted, string expected)
    {
        var variants = new CompressedVariants(Body);
        variants.Find(accepted, out _);
        await variants.WhenReadyAsync();

        var packed = variants.Find(accepted, out var encoding);

        Assert.Multiple(() =>
        {
            Assert.That(encoding, Is.EqualTo(expected));
            Assert.That(Unpack(packed!, encoding), Is.EqualTo(Body));
            Assert.That(packed!, Has.Length.LessThan(Body.Length / 10));
            Assert.That(variants.Find(accepted, out _), Is.SameAs(packed));
        });
    }

    [TestCase("")]
    [TestCase("identity")]
    [TestCase("*")]
    [TestCase("br;q=0, gzip;q=0.0")]
    public async Task A_client_that_takes_none_gets_the_body_as_it_is(string accepted)
    {
        var variants = new CompressedVariants(Body);
        variants.Find(accepted, out _);
        await variants.WhenReadyAsync();

        Assert.That(variants.Find(accepted, out _), Is.Null);
    }

    [Test]
    public void A_body_that_fits_into_one_packet_is_left_alone() =>
        Assert.That(new CompressedVariants(Body[..1_000]).Find("br", out _), Is.Null);

    [TestCase("\"abc\"", true)]
    [TestCase("W/\"abc\"", true)]
    [TestCase("\"x\", \"abc-br\"", true)]
    [TestCase("\"abc-gzip\"", true)]
    [TestCase("*", true)]
    [TestCase("\"abcd\"", false)]
    [TestCase("\"abc-zstd\"", false)]
    [TestCase("\"ab\"", false)]
    public void A_client_that_has_the_content_in_any_encoding_has_it(string tags, bool has) =>
        Assert.That(EntityTags.Match(tags, "\"abc\""), Is.EqualTo(has));

    private static byte[] Unpack(byte[] packed, string encoding)
    {
        using var source = new MemoryStream(packed);
        using Stream unpacking = encoding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var body = new MemoryStream();
        unpacking.CopyTo(body);
        return body.ToArray();
    }
}
