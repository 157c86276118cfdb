using System.Numerics;
using System.Text;

namespace Hedensted.Content.Search;

/// <summary>Terms in alphabetical order with their numbers; immutable. They lie in one text, and beside each stands which letters it has: a hundred thousand are looked through in less than a millisecond.</summary>
internal sealed class WordTable
{
    private const char Separator = '\n';
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int[] _numbers;
    private readonly uint[] _letters;

    private WordTable(string text, int[] starts, int[] numbers, uint[] letters) => (_text, _starts, _numbers, _letters) = (text, starts, numbers, letters);

    public static WordTable Empty { get; } = new("", [], [], []);

    public int Count => _numbers.Length;

    /// <summary>The number of a term; -1 for one that is not here.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var place = PlaceOf(term);
        return place < Count && WordAt(place).SequenceEqual(term) ? _numbers[place] : -1;
    }

    /// <summary>Tells every term that begins so and has more letters.</summary>
    public void Starting(string start, Action<int> tell)
    {
        for (var place = PlaceOf(start); place < Count && WordAt(place).StartsWith(start, StringComparison.Ordinal); place++)
        {
            if (WordAt(place).Length > start.Length)
            {
                tell(_numbers[place]);
            }
        }
    }

    /// <summary>Tells every term that has the part in it, not at its start, as <see cref="Compounds"/> judges.</summary>
    public void Containing(string part, Action<int> tell)
    {
        // Few terms have all its letters; only those are looked at.
        var letters = LettersOf(part);
        for (var place = 0; place < Count; place++)
        {
            if ((_letters[place] & letters) == letters && Compounds.IsIn(part, WordAt(place)))
            {
                tell(_numbers[place]);
            }
        }
    }

    /// <summary>Tells every term that so few slips make of the word, with their number.</summary>
    public void Similar(string word, int most, Action<string, int, int> tell)
    {
        var letters = LettersOf(word);
        for (var place = 0; place < Count; place++)
        {
            // Letters that one has and the other lacks are slips already; hardly any term has so few of them.
            if (BitOperations.PopCount(letters & ~_letters[place]) <= most && BitOperations.PopCount(_letters[place] & ~letters) <= most
                && Slips.Between(word, WordAt(place), most) is { } slips)
            {
                tell(WordAt(place).ToString(), _numbers[place], slips);
            }
        }
    }

    /// <summary>The table with more terms.</summary>
    /// <param name="more">In alphabetical order by code unit; none is here already.</param>
    public WordTable With(IReadOnlyList<(string Term, int Number)> more)
    {
        var count = Count + more.Count;
        var text = new StringBuilder(_text.Length + more.Sum(word => word.Term.Length + 1));
        var (starts, numbers, letters) = (new int[count], new int[count], new uint[count]);
        for (int place = 0, old = 0, next = 0; place < count; place++)
        {
            text.Append(Separator);
            starts[place] = text.Length;
            if (next == more.Count || (old < Count && WordAt(old).SequenceCompareTo(more[next].Term) < 0))
            {
                text.Append(WordAt(old));
                (numbers[place], letters[place]) = (_numbers[old], _letters[old++]);
            }
            else
            {
                text.Append(more[next].Term);
                (numbers[place], letters[place]) = (more[next].Number, LettersOf(more[next++].Term));
            }
        }

        return new WordTable(text.ToString(), starts, numbers, letters);
    }

    /// <summary>Every term with its number, in order.</summary>
    public IReadOnlyList<(string Term, int Number)> ToList() => [.. Enumerable.Range(0, Count).Select(place => (WordAt(place).ToString(), _numbers[place]))];

    private ReadOnlySpan<char> WordAt(int place) => _text.AsSpan(_starts[place], (place + 1 < Count ? _starts[place + 1] - 1 : _text.Length) - _starts[place]);

    // The first that is not before the word.
    private int PlaceOf(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (WordAt(middle).SequenceCompareTo(word) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : 31);
        }

        return letters;
    }
}
