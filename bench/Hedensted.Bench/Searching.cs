using System.Diagnostics;
using System.Globalization;
using Hedensted.Content.Search;

namespace Hedensted.Bench;

/// <summary>The search among very many events: each way of asking, what the index takes, and what a publish spends on it.</summary>
internal static class Searching
{
    private const int Vocabulary = 60_000;
    private const int Questions = 200;
    private const int Rounds = 5;
    private const int Page = 20;
    private const int Publishes = 200;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(20);
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    /// <returns>1 when one in twenty answers to any way of asking took too long.</returns>
    public static int Run(int events)
    {
        var text = new GeneratedText(Vocabulary, seed: 42);
        var places = Enumerable.Range(1, 30).Select(number => new Guid(-number, 0, 0, new byte[8])).ToArray();
        var documents = places.Select((key, number) => new SearchDocument { Key = key, Type = "branch", Title = $"{text.Words[5_000 + number]} Bibliotek", IsName = true })
            .Concat(Enumerable.Range(0, events).Select(number => text.Document(number, places))).ToDictionary(document => document.Key);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = SearchIndex.Empty.With([], documents.Values);
        Figures.Row(Of("index made", events), Figures.Seconds(watch.Elapsed));
        Figures.Row("memory of the index", string.Create(CultureInfo.InvariantCulture, $"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000} MB, {index.Terms:N0} terms"));
        index = Publish(index, text, places, documents);

        Console.WriteLine("\n| question | found (median) | p50 | p95 | p99 |\n|---|---:|---:|---:|---:|");
        var slowest = TimeSpan.Zero;
        foreach (var (name, make) in Ways(text, documents))
        {
            var slow = Measure(name, index, documents, [.. Enumerable.Range(0, Questions).Select(_ => make())]);
            slowest = slow > slowest ? slow : slowest;
        }

        return slowest < Budget ? 0 : 1;
    }

    private static SearchIndex Publish(SearchIndex index, GeneratedText text, Guid[] places, Dictionary<Guid, SearchDocument> documents)
    {
        var times = new List<TimeSpan>();
        for (var publish = 0; publish < Publishes; publish++)
        {
            // One in two is new; and each brings a word that nobody has used.
            var document = text.Document(publish % 2 == 0 ? publish * 37 : documents.Count, places);
            document = document with { Text = string.Create(CultureInfo.InvariantCulture, $"{document.Text} nyt{publish}ord") };
            documents[document.Key] = document;
            var watch = Stopwatch.StartNew();
            index = index.With([document.Key], [document]);
            times.Add(watch.Elapsed);
        }

        Figures.Row(
            "a publish's part in it (median, p99, slowest)",
            string.Join(", ", Figures.Milliseconds(Figures.Percentile(times, 0.5)), Figures.Milliseconds(Figures.Percentile(times, 0.99)), Figures.Milliseconds(times.Max())));
        return index;
    }

    private static IEnumerable<(string Name, Func<string> Question)> Ways(GeneratedText text, Dictionary<Guid, SearchDocument> documents)
    {
        string[] common = [.. text.Words.Take(20)], names = [.. text.Words.Skip(5_000).Take(30)], middle = [.. text.Words.Skip(500).Take(10_000)], rare = [.. text.Words.Skip(40_000)];
        SearchDocument[] all = [.. documents.Values];
        yield return ("a word", () => text.Pick(middle));
        yield return ("a word that nearly all have", () => text.Pick(common));
        yield return ("a word that few have", () => text.Pick(rare));
        yield return ("the start of a word (3 letters)", () => text.Pick(middle)[..3]);
        yield return ("the start of a word (5 letters)", () => text.Pick(middle) is var word && word.Length > 5 ? word[..5] : word);
        yield return ("a part of compounds", () => text.Pick(text.Simple));
        yield return ("a misspelled word", () => text.Misspelled(text.Pick(middle.Where(word => word.Length > 5).ToArray())));
        yield return ("two words", () => $"{text.Pick(middle)} {text.Pick(middle)}");
        yield return ("two words that nearly all have", () => $"{text.Pick(common)} {text.Pick(common)}");
        yield return ("a word and a place", () => $"{text.Pick(middle)} {text.Pick(names)}");
        yield return ("a sentence of an event (12 words)", () => string.Join(' ', text.Pick(all).Text.Split(' ').Take(12)));
        yield return ("two misspelled words", () => $"{text.Misspelled(text.Pick(rare))} {text.Misspelled(text.Pick(rare))}");
        yield return ("twelve words that nearly all have", () => string.Join(' ', common.Take(12)));
        yield return ("nothing that anybody wrote", () => string.Concat(text.Pick(rare).Reverse()) + "qzx");
    }

    private static TimeSpan Measure(string name, SearchIndex index, Dictionary<Guid, SearchDocument> documents, string[] questions)
    {
        var times = new List<TimeSpan>();
        var found = new List<int>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in questions)
            {
                var watch = Stopwatch.StartNew();
                var result = index.Find(new SearchRequest { Text = question, Now = Now, Take = Page });
                foreach (var hit in result.Hits)
                {
                    result.Words.Mark(documents[hit.Key].Title);
                    result.Words.Excerpt(documents[hit.Key].Text, 200);
                }

                // The first round teaches the compiler.
                if (round > 0)
                {
                    times.Add(watch.Elapsed);
                    found.Add(result.Total);
                }
            }
        }

        found.Sort();
        var (p50, p95, p99) = (Figures.Percentile(times, 0.5), Figures.Percentile(times, 0.95), Figures.Percentile(times, 0.99));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {found[found.Count / 2]:N0} | {p50.TotalMilliseconds:0.0} | {p95.TotalMilliseconds:0.0} | {p99.TotalMilliseconds:0.0} |"));
        return p95;
    }

    private static string Of(string what, int events) => string.Create(CultureInfo.InvariantCulture, $"{what}, {events:N0} events");
}
