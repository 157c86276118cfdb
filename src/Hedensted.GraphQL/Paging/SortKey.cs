using System.Globalization;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Paging;

/// <summary>One thing that rows are ordered by, also against the text that a cursor holds.</summary>
internal abstract class SortKey<T>
{
    public abstract int Compare(T left, T right);

    public abstract string Encode(T item);

    /// <summary>Compares an item with an encoded key; null when the text is not one of this kind.</summary>
    public abstract int? CompareTo(T item, string encoded);

    public static SortKey<T> Number(Func<T, long> read) => new NumberKey(read);

    public static SortKey<T> Text(Func<T, string> read) => new TextKey(read);

    public static SortKey<T> Identity(Func<T, Guid> read) => new IdentityKey(read);

    public SortKey<T> Descending() => new DescendingKey(this);

    private sealed class NumberKey(Func<T, long> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => read(left).CompareTo(read(right));

        public override string Encode(T item) => read(item).ToString(CultureInfo.InvariantCulture);

        public override int? CompareTo(T item, string encoded) =>
            long.TryParse(encoded, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? read(item).CompareTo(value)
                : null;
    }

    private sealed class TextKey(Func<T, string> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => Danish.Comparer.Compare(read(left), read(right));

        // Lines separate the keys of a cursor; a title has none, and if it had, it would sort as a space does.
        public override string Encode(T item) => read(item).ReplaceLineEndings(" ");

        public override int? CompareTo(T item, string encoded) => Danish.Comparer.Compare(Encode(item), encoded);
    }

    private sealed class IdentityKey(Func<T, Guid> read) : SortKey<T>
    {
        public override int Compare(T left, T right) => read(left).CompareTo(read(right));

        public override string Encode(T item) => read(item).ToString("N");

        public override int? CompareTo(T item, string encoded) =>
            Guid.TryParseExact(encoded, "N", out var value) ? read(item).CompareTo(value) : null;
    }

    private sealed class DescendingKey(SortKey<T> inner) : SortKey<T>
    {
        public override int Compare(T left, T right) => inner.Compare(right, left);

        public override string Encode(T item) => inner.Encode(item);

        public override int? CompareTo(T item, string encoded) => -inner.CompareTo(item, encoded);
    }
}
