using System.Text;
using Hedensted.GraphQL.Caching.Redis;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>What Redis writes is read as it is written, in whatever pieces it comes; everything else is an error, soon.</summary>
public class RedisRepliesTests
{
    private const int Most = 40_000;

    [TestCase("+OK\r\n", nameof(RedisReplyKind.Status), "OK")]
    [TestCase("+\r\n", nameof(RedisReplyKind.Status), "")]
    [TestCase("-OOM command not allowed\r\n", nameof(RedisReplyKind.Error), "OOM command not allowed")]
    [TestCase(":0\r\n", nameof(RedisReplyKind.Number), "0")]
    [TestCase(":-12\r\n", nameof(RedisReplyKind.Number), "-12")]
    [TestCase("$5\r\na\r\nbc\r\n", nameof(RedisReplyKind.Value), "a\r\nbc")]
    [TestCase("$0\r\n\r\n", nameof(RedisReplyKind.Value), "")]
    [TestCase("$-1\r\n", nameof(RedisReplyKind.Nothing), null)]
    public void A_reply_is_what_it_says(string written, string kind, string? text)
    {
        var reply = new RedisReplies(new Pieces(Bytes(written), () => 1), Most).Read();

        Assert.Multiple(() =>
        {
            Assert.That(reply.Kind.ToString(), Is.EqualTo(kind));
            Assert.That(reply.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : null, Is.EqualTo(text));
        });
    }

    [TestCase("\r\n")]
    [TestCase("OK\r\n")]
    [TestCase("+OK\n")]
    [TestCase(":\r\n")]
    [TestCase(":1 \r\n")]
    [TestCase(":12345678901234567890\r\n")]
    [TestCase("$\r\n")]
    [TestCase("$-2\r\n")]
    [TestCase("$3x\r\nabc\r\n")]
    [TestCase("$3\r\nabcd\r\n")]
    [TestCase("$3\r\nabc\n")]
    [TestCase("$536870913\r\n")]
    [TestCase("*1\r\n+OK\r\n")]
    [TestCase("%1\r\n+a\r\n+b\r\n")]
    [TestCase("HTTP/1.1 400 Bad Request\r\n\r\n")]
    public void What_Redis_does_not_write_is_an_error(string written) =>
        Assert.That(() => new RedisReplies(new Pieces(Bytes(written), () => 3), Most).Read(), Throws.InstanceOf<InvalidDataException>());

    [TestCase("")]
    [TestCase("+OK")]
    [TestCase("+OK\r")]
    [TestCase("$3\r\nab")]
    [TestCase("$3\r\nabc")]
    [TestCase("$3\r\nabc\r")]
    public void One_that_ends_too_soon_is_an_error(string written) =>
        Assert.That(() => new RedisReplies(new Pieces(Bytes(written), () => 2), Most).Read(), Throws.InstanceOf<EndOfStreamException>());

    [Test]
    public void A_line_without_end_is_given_up() =>
        Assert.That(() => new RedisReplies(new Pieces(Bytes("+" + new string('a', 100_000)), () => 1_000), Most).Read(), Throws.InstanceOf<InvalidDataException>());

    [Test]
    public void A_value_that_is_too_large_is_read_past()
    {
        var replies = new RedisReplies(new Pieces(Bytes($"${Most + 1}\r\n{new string('x', Most + 1)}\r\n+OK\r\n"), () => 777), Most);

        Assert.Multiple(() =>
        {
            Assert.That(replies.Read(), Is.EqualTo(new RedisReply(RedisReplyKind.Nothing, null)));
            Assert.That(replies.Read().Kind, Is.EqualTo(RedisReplyKind.Status), "the next is where it should be");
        });
    }

    [Test]
    public void Many_replies_are_read_in_whatever_pieces_they_come([Range(1, 40)] int seed)
    {
        var dice = new Random(seed);
        var expected = Enumerable.Range(0, 200).Select(_ => Reply(dice)).ToList();
        var written = expected.SelectMany(Written).ToArray();
        var replies = new RedisReplies(new Pieces(written, () => dice.Next(1, dice.Next(1, 5_000))), Most);

        foreach (var one in expected)
        {
            var read = replies.Read();
            Assert.That(read.Kind, Is.EqualTo(one.Kind));
            Assert.That(read.Bytes, Is.EqualTo(one.Bytes));
        }

        Assert.That(() => replies.Read(), Throws.InstanceOf<EndOfStreamException>());
    }

    [Test]
    public void Whatever_comes_is_replies_and_then_an_error([Range(1, 40)] int seed)
    {
        var dice = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            // Replies with some of their bytes changed: close enough to right to get far.
            var written = Enumerable.Range(0, 20).SelectMany(_ => Written(Reply(dice, 300))).ToArray();
            for (var changes = dice.Next(1, 10); changes > 0; changes--)
            {
                written[dice.Next(written.Length)] = dice.Next(3) == 0 ? (byte)dice.Next(256) : (byte)"\r\n$+-:0123456789*"[dice.Next(17)];
            }

            var replies = new RedisReplies(new Pieces(written, () => dice.Next(1, 400)), Most);
            Assert.That(
                () =>
                {
                    while (true)
                    {
                        Assert.That(replies.Read().Bytes?.Length ?? 0, Is.LessThanOrEqualTo(Most));
                    }
                },
                Throws.InstanceOf<InvalidDataException>().Or.InstanceOf<EndOfStreamException>());
        }
    }

    private static RedisReply Reply(Random dice, int largest = 30_000)
    {
        var kind = (RedisReplyKind)dice.Next(5);
        var length = dice.Next(4) == 0 ? dice.Next(largest) : dice.Next(12);
        return kind switch
        {
            RedisReplyKind.Number => new RedisReply(kind, Bytes($"{dice.NextInt64(long.MinValue, long.MaxValue)}")),
            RedisReplyKind.Nothing => new RedisReply(kind, null),
            RedisReplyKind.Value => new RedisReply(kind, [.. Enumerable.Range(0, length).Select(_ => (byte)dice.Next(256))]),
            _ => new RedisReply(kind, [.. Enumerable.Range(0, length % 200).Select(_ => (byte)dice.Next(' ', 256))]),
        };
    }

    private static byte[] Written(RedisReply reply) => reply.Kind switch
    {
        RedisReplyKind.Status => [(byte)'+', .. reply.Bytes!, .. "\r\n"u8],
        RedisReplyKind.Error => [(byte)'-', .. reply.Bytes!, .. "\r\n"u8],
        RedisReplyKind.Number => [(byte)':', .. reply.Bytes!, .. "\r\n"u8],
        RedisReplyKind.Value => [.. Bytes($"${reply.Bytes!.Length}\r\n"), .. reply.Bytes, .. "\r\n"u8],
        _ => [.. "$-1\r\n"u8],
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // As a network hands it out: some bytes, and then some more.
    private sealed class Pieces(byte[] bytes, Func<int> size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size()));
    }
}
