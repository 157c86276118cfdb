using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>The commands that the cache sends, as Redis reads them: an array of bulk strings. Never one that looks at the keys of others.</summary>
/// <remarks>Source: the Redis serialization protocol, RESP2, which every Redis and its kin speak.</remarks>
internal static class RedisCommand
{
    /// <summary>Whether anybody answers: <c>+PONG</c>.</summary>
    public static readonly byte[] Ping = Of("PING"u8.ToArray());

    /// <summary>Who asks: <c>+OK</c>.</summary>
    public static byte[] Auth(string? user, string password) =>
        user is null ? Of("AUTH"u8.ToArray(), Bytes(password)) : Of("AUTH"u8.ToArray(), Bytes(user), Bytes(password));

    /// <summary>Which of its databases: <c>+OK</c>.</summary>
    public static byte[] Select(int database) => Of("SELECT"u8.ToArray(), Number(database));

    /// <summary>The value of a key: a bulk string, or none.</summary>
    public static byte[] Get(string key) => Of("GET"u8.ToArray(), Bytes(key));

    /// <summary>A value for a while: <c>+OK</c>.</summary>
    public static byte[] Set(string key, byte[] value, TimeSpan life) => Of("SET"u8.ToArray(), Bytes(key), value, "PX"u8.ToArray(), Number(Milliseconds(life)));

    /// <summary>A mark for a while, unless there is something already: <c>+OK</c>, or none.</summary>
    public static byte[] Mark(string key, TimeSpan life) =>
        Of("SET"u8.ToArray(), Bytes(key), "1"u8.ToArray(), "NX"u8.ToArray(), "PX"u8.ToArray(), Number(Milliseconds(life)));

    /// <summary>Nothing under a key any more: how many there were.</summary>
    public static byte[] Delete(string key) => Of("DEL"u8.ToArray(), Bytes(key));

    private static byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        using var written = new MemoryStream();
        written.Write(Bytes($"*{parts.Length}\r\n"));
        foreach (var part in parts)
        {
            written.Write(Bytes($"${part.Length}\r\n"));
            written.Write(part);
            written.Write("\r\n"u8);
        }

        return written.ToArray();
    }

    // Redis refuses a life of nothing.
    private static long Milliseconds(TimeSpan life) => Math.Max(1, (long)life.TotalMilliseconds);

    private static byte[] Number(long number) => Bytes(number.ToString(CultureInfo.InvariantCulture));

    private static byte[] Bytes(FormattableString text) => Bytes(FormattableString.Invariant(text));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
