namespace Hedensted.Content.Search;

/// <summary>Tells of any document whether it has all words of a question. Belongs to one thread.</summary>
/// <remarks>What nobody asks about is not looked up: who takes the first twenty of a calendar seldom needs more than a few blocks.</remarks>
public sealed class SearchMatches
{
    private readonly SearchIndex _index;
    private readonly TermRange[][] _words;
    private readonly byte[]?[] _wordsByBlock;

    internal SearchMatches(SearchIndex index, string text)
    {
        _index = index;
        _words = Meanings.Of(SearchQuery.WordsOf(SearchQuery.TextOf(text), new Analyser()), index);
        _wordsByBlock = new byte[index.Blocks.Length][];
    }

    /// <summary>Whether the document has all words; none has those of a text without words.</summary>
    public bool Contains(Guid key)
    {
        if (_words.Length == 0 || _index.PlaceOf(key) is not (>= 0 and var place))
        {
            return false;
        }

        var (block, at) = Math.DivRem(place, IndexBlock.Size);
        return (_wordsByBlock[block] ??= WordsIn(_index.Blocks[block]))[at] == _words.Length;
    }

    // By place: how many words the document has, counted to the first that it lacks.
    private byte[] WordsIn(IndexBlock block)
    {
        var having = new byte[IndexBlock.Size];
        for (var word = 0; word < _words.Length; word++)
        {
            var from = 0;
            foreach (var meaning in _words[word])
            {
                var (start, end) = block.Find(meaning.First, meaning.Last, ref from);
                foreach (var place in block.Places[start..end])
                {
                    if (having[place] == word)
                    {
                        having[place]++;
                    }
                }
            }
        }

        return having;
    }
}
