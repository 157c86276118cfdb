using Hedensted.Content.Model;
using Hedensted.Content.Storage.Json;

namespace Hedensted.Content.Published;

/// <summary>Names and values that stay as compact bytes until somebody reads them.</summary>
internal sealed class LazyContent
{
    private readonly byte[] _encoded;
    private readonly bool _frugal;
    private object? _decoded;

    /// <summary>Content as it is stored.</summary>
    /// <param name="encoded">The stored JSON.</param>
    /// <param name="frugal">Whether the garbage collector may take the decoded form, for sites so large that memory counts more than reading twice.</param>
    public LazyContent(byte[] encoded, bool frugal) => (_encoded, _frugal) = (encoded, frugal);

    /// <summary>Content that is decoded already.</summary>
    public LazyContent(NodeContent content) => (_encoded, _decoded) = ([], content);

    public static LazyContent Empty { get; } = new(NodeContent.Empty);

    /// <summary>Whether this property name may stand somewhere in the values; false is certain, and costs no decoding.</summary>
    public bool MayContainName(ReadOnlySpan<byte> quotedName) =>
        _encoded.Length == 0 || _encoded.AsSpan().IndexOf(quotedName) >= 0 || _encoded.AsSpan().IndexOf("\\u"u8) >= 0;

    public NodeContent Value
    {
        get
        {
            switch (Volatile.Read(ref _decoded))
            {
                case NodeContent content:
                    return content;
                case WeakReference<NodeContent> weak when weak.TryGetTarget(out var kept):
                    return kept;
            }

            // Two readers may decode at once; both get the same text.
            var read = ContentJson.Read(_encoded);
            Volatile.Write(ref _decoded, _frugal ? new WeakReference<NodeContent>(read) : read);
            return read;
        }
    }
}
