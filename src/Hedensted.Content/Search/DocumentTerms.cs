using System.Runtime.InteropServices;

namespace Hedensted.Content.Search;

/// <summary>Weighs the words of a document: how much it is about each of them, as one byte.</summary>
internal static class DocumentTerms
{
    private const int Title = 100;

    /// <summary>Shared by the words of a title: the fewer they are, the more each says.</summary>
    private const int WholeTitle = 80;

    private const int Teaser = 40;
    private const int Text = 12;
    private const int Reference = 30;

    /// <summary>What a word gains by coming again and again, at most.</summary>
    private const int Repeated = 25;

    /// <summary>Puts each term of the document with its weight into an empty table.</summary>
    public static void Collect(SearchDocument document, Analyser analyser, Dictionary<string, Weight> terms)
    {
        var title = analyser.TokensOf(document.Title);
        Add(terms, title, Title + (WholeTitle / Math.Max(1, title.Count)));
        Add(terms, analyser.TokensOf(document.Teaser), Teaser);
        Add(terms, analyser.TokensOf(document.Text), Text);
        Add(terms, analyser.TokensOf(document.Keywords), Text);
        foreach (var key in document.References)
        {
            Add(terms, References.TermOf(key), Reference);
        }
    }

    private static void Add(Dictionary<string, Weight> terms, IReadOnlyList<Token> tokens, int weight)
    {
        foreach (var token in tokens)
        {
            Add(terms, token.Key, weight);
            if (token.Other is not null)
            {
                Add(terms, token.Other, weight);
            }
        }
    }

    private static void Add(Dictionary<string, Weight> terms, string term, int weight)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out var exists);
        known = exists ? known with { More = Math.Min(known.More + 1, Repeated) } : new Weight(weight, 0);
    }

    /// <summary>What the first and weightiest place of a word gives, and what its other places add.</summary>
    internal readonly record struct Weight(int First, int More)
    {
        public byte Sum => (byte)Math.Min(byte.MaxValue, First + More);
    }
}
