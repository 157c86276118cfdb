using System.Buffers.Text;

namespace Hedensted.GraphQL.Caching.Redis;

/// <summary>Reads replies one after the other. Strict: what a Redis would not have written is an error, and nothing behind it is believed.</summary>
/// <remarks>Source: the Redis serialization protocol, RESP2; arrays are not read, for no command here is answered by one.</remarks>
/// <param name="stream">What Redis writes.</param>
/// <param name="most">The largest value that is kept, in bytes; a larger one is read past.</param>
internal sealed class RedisReplies(Stream stream, int most)
{
    // What Redis itself allows for a value.
    private const int Largest = 512 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next reply.</summary>
    /// <param name="beforeReading">Called before each wait for more; may throw.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within it.</exception>
    public RedisReply Read(Action? beforeReading = null)
    {
        var line = Line(beforeReading);
        if (line.IsEmpty)
        {
            throw new InvalidDataException("Redis answered with an empty line.");
        }

        var rest = line[1..];
        return line[0] switch
        {
            (byte)'+' => new RedisReply(RedisReplyKind.Status, rest.ToArray()),
            (byte)'-' => new RedisReply(RedisReplyKind.Error, rest.ToArray()),
            (byte)':' when IsNumber(rest) => new RedisReply(RedisReplyKind.Number, rest.ToArray()),
            (byte)'$' when rest.SequenceEqual("-1"u8) => new RedisReply(RedisReplyKind.Nothing, null),
            (byte)'$' when IsNumber(rest) && Utf8Parser.TryParse(rest, out int length, out _) && length is >= 0 and <= Largest => Value(length, beforeReading),
            _ => throw new InvalidDataException("Redis answered with something that is no reply."),
        };
    }

    private RedisReply Value(int length, Action? beforeReading)
    {
        var kept = length <= most ? new byte[length] : null;
        for (var read = 0; read < length;)
        {
            if (_start == _end)
            {
                Fill(beforeReading);
            }

            var part = _buffer.AsSpan(_start, Math.Min(_end - _start, length - read));
            if (kept is not null)
            {
                part.CopyTo(kept.AsSpan(read));
            }

            _start += part.Length;
            read += part.Length;
        }

        return Line(beforeReading).IsEmpty
            ? new RedisReply(kept is null ? RedisReplyKind.Nothing : RedisReplyKind.Value, kept)
            : throw new InvalidDataException("Redis wrote more than the length of a value.");
    }

    // Up to its CR LF; good until the next call.
    private ReadOnlySpan<byte> Line(Action? beforeReading)
    {
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            if (unread.IndexOf((byte)'\n') is >= 0 and var end)
            {
                _start += end + 1;
                return end > 0 && unread[end - 1] == '\r' ? unread[..(end - 1)] : throw new InvalidDataException("Redis ended a line without CR.");
            }

            if (unread.Length == _buffer.Length)
            {
                throw new InvalidDataException("Redis wrote a line without end.");
            }

            Fill(beforeReading);
        }
    }

    private void Fill(Action? beforeReading)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        beforeReading?.Invoke();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read > 0 ? read : throw new EndOfStreamException("Redis has hung up.");
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long _, out var read) && read == text.Length;
}
