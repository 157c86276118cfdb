using System.Text;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A finished JSON value in UTF-8, copied into the answer as it is.</summary>
/// <remarks>
/// A resolver of any leaf field may answer with it; the value is then neither checked nor escaped again. The default
/// value is null. Make them once, when the data are loaded, never per request.
/// </remarks>
public readonly struct Utf8Json
{
    private readonly byte[]? _bytes;
    private readonly int _offset;
    private readonly int _length;

    /// <param name="bytes">A buffer that is not changed afterwards.</param>
    /// <param name="offset">Where the JSON value starts.</param>
    /// <param name="length">Its length in bytes; 0 is null.</param>
    public Utf8Json(byte[] bytes, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bytes.Length - offset);
        _bytes = bytes;
        _offset = offset;
        _length = length;
    }

    /// <param name="bytes">The whole JSON value; not changed afterwards.</param>
    public Utf8Json(byte[] bytes)
        : this(bytes, 0, bytes?.Length ?? 0)
    {
    }

    /// <summary>Whether this stands for null.</summary>
    public bool IsNull => _length == 0;

    /// <summary>The bytes of the value, quotes included.</summary>
    public ReadOnlySpan<byte> Span => new(_bytes, _offset, _length);

    /// <summary>The text as a quoted and escaped JSON string; null stays null.</summary>
    public static Utf8Json String(string? text)
    {
        if (text is null)
        {
            return default;
        }

        using var output = new JsonOutput(text.Length + 2);
        output.WriteString(text);
        return new Utf8Json(output.Written.ToArray());
    }

    /// <inheritdoc/>
    public override string ToString() => IsNull ? "null" : Encoding.UTF8.GetString(Span);
}
