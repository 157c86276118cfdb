using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A pooled, growing UTF-8 buffer that scalars write JSON values into.</summary>
/// <remarks>
/// It does not check structure: one call writes one value. The engine can cut it back to an earlier length, which is how a
/// null travels up past what has already been written.
/// </remarks>
public sealed class JsonOutput : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private byte[] _buffer;
    private int _length;

    private JsonOutput(byte[] buffer) => _buffer = buffer;

    /// <summary>Nowhere to write; for steps that only look.</summary>
    internal static JsonOutput Empty { get; } = new([]);

    /// <param name="capacity">Bytes to have ready before the first growth.</param>
    public JsonOutput(int capacity = 4096) => _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 64));

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>Everything written so far; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    internal ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    /// <summary>Writes bytes that are already JSON.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        if (_buffer.Length - _length < json.Length)
        {
            Grow(json.Length);
        }

        json.CopyTo(_buffer.AsSpan(_length));
        _length += json.Length;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a number, date or other value in its invariant form, without quotes.</summary>
    /// <param name="value">The value to format.</param>
    /// <param name="format">A standard or custom format of the type.</param>
    public void WriteNumber<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_buffer.AsSpan(_length), out written, format, CultureInfo.InvariantCulture))
        {
            Grow(64);
        }

        _length += written;
    }

    /// <summary>Writes a value in its invariant form between quotes; the form must need no escaping.</summary>
    /// <param name="value">The value to format.</param>
    /// <param name="format">A standard or custom format of the type.</param>
    public void WriteQuoted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        WriteByte((byte)'"');
        WriteNumber(value, format);
        WriteByte((byte)'"');
    }

    /// <summary>Writes a quoted and escaped string; lone surrogates become U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        Reserve((text.Length * 3) + 2);
        _buffer[_length++] = (byte)'"';
        while (true)
        {
            var stop = text.IndexOfAny(Escaped);
            var plain = stop < 0 ? text : text[..stop];
            Reserve((plain.Length * 3) + 8);
            _length += Encoding.UTF8.GetBytes(plain, _buffer.AsSpan(_length));
            if (stop < 0)
            {
                break;
            }

            WriteEscape(text[stop]);
            text = text[(stop + 1)..];
        }

        WriteByte((byte)'"');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteByte(byte value)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }

        _buffer[_length++] = value;
    }

    /// <summary>Forgets everything after the first <paramref name="length"/> bytes.</summary>
    internal void Truncate(int length) => _length = length;

    /// <summary>The byte written last; 0 when nothing is.</summary>
    internal byte Last => _length == 0 ? (byte)0 : _buffer[_length - 1];

    /// <summary>Gives the buffer back; nothing may be read from it afterwards.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void WriteEscape(char character)
    {
        switch (character)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            case '\b': WriteRaw("\\b"u8); break;
            case '\f': WriteRaw("\\f"u8); break;
            default:
                WriteRaw("\\u"u8);
                WriteNumber((int)character, "x4");
                break;
        }
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + bytes), checked(_buffer.Length * 2)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
