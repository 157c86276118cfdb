using System.Collections.Immutable;
using Hedensted.Content.Published;

namespace Hedensted.Content.Search;

/// <summary>Finds documents by their words, as Danes write and inflect them; immutable.</summary>
/// <remarks>The next index costs what changed: documents lie in blocks of 256, and only blocks with changed documents are made anew.</remarks>
public sealed class SearchIndex
{
    private readonly ShardedMap<Guid, int> _places;
    private readonly ImmutableDictionary<Guid, ImmutableArray<string>> _names;
    private readonly ImmutableStack<int> _free;
    private readonly int _next;

    private SearchIndex(
        IndexBlock[] blocks, Vocabulary vocabulary, ImmutableArray<string> types, ShardedMap<Guid, int> places,
        ImmutableDictionary<Guid, ImmutableArray<string>> names, ImmutableStack<int> free, int next) =>
        (Blocks, Vocabulary, Types, _places, _names, _free, _next) = (blocks, vocabulary, types, places, names, free, next);

    /// <summary>An index that finds nothing.</summary>
    public static SearchIndex Empty { get; } = new([], Vocabulary.Empty, [], ShardedMap<Guid, int>.Empty, ImmutableDictionary<Guid, ImmutableArray<string>>.Empty, [], 0);

    /// <summary>How many documents are in it.</summary>
    public int Count => _places.Count;

    /// <summary>How many different terms it has met.</summary>
    public int Terms => Vocabulary.Count;

    internal IndexBlock[] Blocks { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>The types by their number in the blocks.</summary>
    internal ImmutableArray<string> Types { get; }

    /// <summary>Titles by which other documents are found: the document and the terms of its title.</summary>
    internal IEnumerable<KeyValuePair<Guid, ImmutableArray<string>>> Names => _names;

    /// <summary>Whether the document is in it.</summary>
    public bool Contains(Guid key) => _places.ContainsKey(key);

    /// <summary>The index without some documents and with others.</summary>
    /// <param name="removed">Documents that are gone or changed; they need not be here.</param>
    /// <param name="added">Documents that are new or changed, each once; those that are here are taken out first.</param>
    public SearchIndex With(IEnumerable<Guid> removed, IEnumerable<SearchDocument> added)
    {
        var step = new SearchIndexStep(this);
        foreach (var key in removed)
        {
            step.Remove(key);
        }

        foreach (var document in added)
        {
            step.Add(document);
        }

        return step.Finish();
    }

    /// <summary>Looks for what was asked.</summary>
    public SearchResult Find(SearchRequest request)
    {
        var best = new BestHits(request, Types);
        var (words, hasAllWords) = new Searcher(this, request.Text).Run(best);
        return best.ToResult(hasAllWords, words);
    }

    /// <summary>Tells of any document whether it has all words of a text.</summary>
    public SearchMatches Matching(string text) => new(this, text);

    /// <summary>Where a document stands, counted through all blocks; -1 when it is not in the index.</summary>
    internal int PlaceOf(Guid key) => _places.TryGetValue(key, out var place) ? place : -1;

    /// <summary>One step from an index to the next.</summary>
    private sealed class SearchIndexStep(SearchIndex from)
    {
        private const int MostWaiting = 8;
        private readonly Analyser _analyser = new();
        private readonly ShardedMap<Guid, int>.Builder _places = from._places.ToBuilder();
        private readonly Dictionary<int, Dictionary<byte, BlockChange>> _changes = [];
        private readonly Dictionary<string, int> _newTerms = new(StringComparer.Ordinal);
        private readonly Dictionary<string, DocumentTerms.Weight> _terms = new(StringComparer.Ordinal);
        private IndexBlock[] _blocks = [.. from.Blocks];
        private ImmutableArray<string> _types = from.Types;
        private ImmutableDictionary<Guid, ImmutableArray<string>> _names = from._names;
        private ImmutableStack<int> _free = from._free;
        private int _next = from._next;

        public void Remove(Guid key)
        {
            if (_places.TryGetValue(key, out var place))
            {
                _places.Remove(key);
                _names = _names.Remove(key);
                _free = _free.Push(place);
                Put(place, default, []);
            }
        }

        public void Add(SearchDocument document)
        {
            Remove(document.Key);
            int place;
            if (_free.IsEmpty)
            {
                place = _next++;
            }
            else
            {
                _free = _free.Pop(out place);
            }

            _places.Set(document.Key, place);
            _terms.Clear();
            DocumentTerms.Collect(document, _analyser, _terms);
            Put(
                place,
                new IndexedDocument(document.Key, TypeOf(document.Type), document.LastEnd?.UtcTicks ?? long.MaxValue),
                [.. _terms.Select(term => (NumberOf(term.Key), term.Value.Sum))]);
            if (document.IsName)
            {
                _names = _names.SetItem(
                    document.Key, [.. _analyser.TokensOf(document.Title).SelectMany(token => new[] { token.Key, token.Other }).OfType<string>().Where(term => !StopWords.Contains(term)).Distinct()]);
            }
        }

        public SearchIndex Finish()
        {
            Settle(_changes.Keys);
            IReadOnlyCollection<string> terms = from.Vocabulary.Count == 0 ? InOrder() : _newTerms.Keys;
            return new(_blocks, from.Vocabulary.With(terms), _types, _places.ToImmutable(), _names, _free, _next);
        }

        // The first terms are numbered by the alphabet, so that those that begin alike lie side by side in every block.
        private string[] InOrder()
        {
            string[] terms = [.. _newTerms.Keys.Order(StringComparer.Ordinal)];
            var numbers = new int[terms.Length];
            for (var number = 0; number < terms.Length; number++)
            {
                numbers[_newTerms[terms[number]]] = number;
            }

            _blocks = Array.ConvertAll(_blocks, block => block.Renumbered(numbers));
            return terms;
        }

        private void Put(int place, IndexedDocument document, IReadOnlyList<(int Term, byte Weight)> terms)
        {
            var block = place / IndexBlock.Size;
            if (!_changes.TryGetValue(block, out var changes))
            {
                // Blocks are filled one after the other: what lies behind is done, and need not wait in memory for the end.
                if (_changes.Count == MostWaiting)
                {
                    Settle(_changes.Keys);
                }

                _changes[block] = changes = [];
            }

            var at = (byte)(place % IndexBlock.Size);
            changes[at] = new BlockChange(at, document, terms);
        }

        private void Settle(IEnumerable<int> blocks)
        {
            foreach (var block in blocks.ToArray())
            {
                if (block >= _blocks.Length)
                {
                    var grown = new IndexBlock[block + 1];
                    Array.Fill(grown, IndexBlock.Empty);
                    _blocks.CopyTo(grown, 0);
                    _blocks = grown;
                }

                _blocks[block] = _blocks[block].With(_changes[block].Values);
                _changes.Remove(block);
            }
        }

        private ushort TypeOf(string alias)
        {
            var number = _types.IndexOf(alias);
            if (number < 0)
            {
                number = _types.Length;
                _types = _types.Add(alias);
            }

            return checked((ushort)number);
        }

        private int NumberOf(string term)
        {
            if (from.Vocabulary.Find(term) is >= 0 and var known)
            {
                return known;
            }

            if (!_newTerms.TryGetValue(term, out var number))
            {
                _newTerms[term] = number = from.Vocabulary.Count + _newTerms.Count;
            }

            return number;
        }
    }
}
