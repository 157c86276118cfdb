using System.Globalization;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Paging;

/// <summary>One thing that rows are ordered by, also against the text that a cursor holds.</summary>
internal abstract class SortKey<T>
{
    public abstract int Compare(T left, T right);

    /// <summary>The key as text without line breaks.</summary>
    public abstract string Encode(T item);

    /// <summary>Whether a text is one that <see cref="Encode"/> could have made.</summary>
    public abstract bool Accepts(string encoded);

    /// <summary>Compares an item with a key that is accepted.</summary>
    public abstract int CompareTo(T item, string encoded);

    public static SortKey<T> Number(Func<T, long> read) => new NumberKey(read);

    public static SortKey<T> Text(Func<T, string> read) => new TextKey(read);

    public static SortKey<T> Identity(Func<T, Guid> read) => new IdentityKey(read);

    public SortKey<T> Descending() => new DescendingKey(this);

    private sealed class NumberKey(Func<T, long> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => read(left).CompareTo(read(right));

        public override string Encode(T item) => read(item).ToString(CultureInfo.InvariantCulture);

        public override bool Accepts(string encoded) => TryRead(encoded, out _);

        public override int CompareTo(T item, string encoded) => TryRead(encoded, out var value) ? read(item).CompareTo(value) : 1;

        private static bool TryRead(string encoded, out long value) =>
            long.TryParse(encoded, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private sealed class TextKey(Func<T, string> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => Danish.Comparer.Compare(Encode(left), Encode(right));

        // Lines separate the keys of a cursor; a title has none, and if it has, it sorts as a space does.
        public override string Encode(T item) => read(item) is var text && text.Contains('\n', StringComparison.Ordinal) ? text.Replace('\n', ' ') : text;

        public override bool Accepts(string encoded) => true;

        public override int CompareTo(T item, string encoded) => Danish.Comparer.Compare(Encode(item), encoded);
    }

    private sealed class IdentityKey(Func<T, Guid> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => read(left).CompareTo(read(right));

        public override string Encode(T item) => read(item).ToString("N");

        public override bool Accepts(string encoded) => Guid.TryParseExact(encoded, "N", out _);

        public override int CompareTo(T item, string encoded) => read(item).CompareTo(Guid.ParseExact(encoded, "N"));
    }

    private sealed class DescendingKey(SortKey<T> inner) : SortKey<T>
    {
        public override int Compare(T left, T right) => inner.Compare(right, left);

        public override string Encode(T item) => inner.Encode(item);

        public override bool Accepts(string encoded) => inner.Accepts(encoded);

        public override int CompareTo(T item, string encoded) => -Math.Sign(inner.CompareTo(item, encoded));
    }
}
