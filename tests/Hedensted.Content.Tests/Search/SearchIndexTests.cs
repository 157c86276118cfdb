using Hedensted.Content.Search;

namespace Hedensted.Content.Tests.Search;

/// <summary>What people type finds what was written.</summary>
internal sealed class SearchIndexTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [TestCase("børn", "Højtlæsning for børnene")]
    [TestCase("BØRN", "Et barn og en bog")]
    [TestCase("boern", "Børn og voksne")]
    [TestCase("læseklubber", "Læseklubben mødes")]
    [TestCase("laeseklub", "Læseklubben mødes")]
    [TestCase("bøger", "Køb en bog")]
    [TestCase("bog", "Billedbogen")]
    [TestCase("koncert", "Efterårskoncerten i kirken")]
    [TestCase("koncert", "Koncertsalen åbner")]
    [TestCase("e-bog", "Lån en ebog")]
    [TestCase("ebøger", "E-bøger og lydbøger")]
    [TestCase("3D-print", "Kom og prøv 3D print")]
    [TestCase("2026", "Årets program 2026")]
    [TestCase("28.11.2026", "Lørdag den 28. 11. 2026")]
    [TestCase("og", "Te og kage")]
    [TestCase("teater \"i haven\"", "Teater i haven")]
    [TestCase("Cafe", "Sprogcaféen")]
    [TestCase("Ångström", "Angstrom og Ångstrøm")]
    public void These_words_find_this(string question, string title) =>
        Assert.That(Keys(Index(title, "Noget helt andet"), question), Is.EqualTo(new[] { 0 }));

    [TestCase("biblotek", "Bibliotek", "bibliotek")]
    [TestCase("Biblotek i byen", "Bibliotek i byen", "Bibliotek i byen")]
    [TestCase("hojtlaesning", "Højtlæsning for de mindste", "højtlæsning")]
    [TestCase("koncrt", "Koncerten begynder", "koncerten")]
    [TestCase("strikkecfae", "Strikkecafé", "strikkecafé")]
    [TestCase("forfatter besøk", "Forfatter på besøg", "forfatter besøg")]
    public void A_slip_is_forgiven_and_told(string question, string title, string suggestion)
    {
        var found = Find(Index(title, "Noget helt andet"), question);
        Assert.That(found.Hits, Has.Count.EqualTo(1));
        Assert.That(found.Hits[0].Match, Is.EqualTo(MatchKind.Similar));
        Assert.That(found.Words.Corrected([title]), Is.EqualTo(suggestion));
    }

    [TestCase("kor", "Dekoration af haven")]
    [TestCase("\"koncert\"", "Efterårskoncert")]
    [TestCase("\"biblotek\"", "Bibliotek")]
    [TestCase("kat", "Hat")]
    [TestCase("2025", "2026")]
    [TestCase("", "Alt muligt")]
    [TestCase("   \t ", "Alt muligt")]
    [TestCase("?!* «» \"\"", "Alt muligt")]
    public void These_words_do_not(string question, string title)
    {
        var found = Find(Index(title), question);
        Assert.That(found.Hits, Is.Empty);
        Assert.That(found.HasAllWords, Is.True);
    }

    [Test]
    public void Nothing_is_misspelled_that_somebody_has_written()
    {
        var found = Find(Index("Bibliotek", "Biblotek"), "biblotek");
        Assert.That(found.Hits, Has.Count.EqualTo(1));
        Assert.That(found.Words.Corrected(["Bibliotek", "Biblotek"]), Is.Null);
    }

    [Test]
    public void A_word_that_only_a_removed_document_had_is_as_if_it_never_was()
    {
        var typo = Document(1, "Biblotek");
        var index = SearchIndex.Empty.With([], [typo, Document(2, "Bibliotek")]).With([typo.Key], []);
        Assert.That(Keys(index, "biblotek"), Is.EqualTo(new[] { 2 }));
        Assert.That(index.Count, Is.EqualTo(1));
    }

    [Test]
    public void The_title_counts_more_than_the_teaser_and_the_teaser_more_than_the_text()
    {
        var index = SearchIndex.Empty.With([], [
            Document(1, "Aften") with { Text = "En koncert" },
            Document(2, "Aften") with { Teaser = "En koncert" },
            Document(3, "En koncert"),
            Document(4, "Koncert"),
        ]);
        Assert.That(Keys(index, "koncerter"), Is.EqualTo(new[] { 4, 3, 2, 1 }));
    }

    [Test]
    public void A_word_itself_comes_before_longer_words_and_compounds()
    {
        var index = SearchIndex.Empty.With([], [Document(1, "Forårskoncert"), Document(2, "Koncertsal"), Document(3, "Koncerten")]);
        Assert.That(Keys(index, "koncert"), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(Find(index, "koncert").Hits.Select(hit => hit.Match), Is.EqualTo(new[] { MatchKind.Exact, MatchKind.Start, MatchKind.Compound }));
    }

    [Test]
    public void Who_writes_many_words_is_not_offered_compounds_and_finds_by_the_others()
    {
        var index = Index("Forårskoncert: kirken, fredag, aften, december, kor");
        var few = Find(index, "koncert kirken fredag aften december");
        var many = Find(index, "koncert kirken fredag aften december kor");
        Assert.That((few.Total, few.HasAllWords, many.Total, many.HasAllWords), Is.EqualTo((1, true, 1, false)));
    }

    [Test]
    public void What_is_over_comes_last_however_well_it_fits()
    {
        var index = SearchIndex.Empty.With([], [
            Document(1, "Koncert") with { LastEnd = Now },
            Document(2, "Aften") with { Text = "Med koncert", LastEnd = Now.AddHours(1) },
            Document(3, "Om koncerter i huset"),
        ]);
        Assert.That(Keys(index, "koncert"), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(Find(index, "koncert").Hits.Select(hit => hit.IsPast), Is.EqualTo(new[] { false, false, true }));
    }

    [Test]
    public void All_words_must_be_there_or_else_most()
    {
        var index = SearchIndex.Empty.With([], [Document(1, "Læseklub i Juelsminde"), Document(2, "Læseklub i Tørring"), Document(3, "Tørring")]);
        var all = Find(index, "læseklub Tørring");
        Assert.That((all.Total, all.HasAllWords), Is.EqualTo((1, true)));
        var most = Find(index, "læseklub i Tørring på torsdag");
        Assert.That((most.Total, most.HasAllWords), Is.EqualTo((1, false)));
        Assert.That(Find(index, "læseklub på en torsdag ved havnen").Total, Is.Zero);
    }

    [Test]
    public void A_place_is_found_and_what_happens_there_is_found_by_its_name()
    {
        var index = SearchIndex.Empty.With([], [
            Document(1, "Tørring Bibliotek") with { IsName = true, Type = "branch" },
            Document(2, "Koncert") with { References = [Key(1)] },
            Document(3, "Koncert"),
        ]);
        Assert.That(Keys(index, "tørring"), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Keys(index, "koncert toering"), Is.EqualTo(new[] { 2 }), "a slip in the name");

        // Its new name holds for what happens there without a change to that.
        index = index.With([], [Document(1, "Aagade Bibliotek") with { IsName = true, Type = "branch" }]);
        Assert.That(Keys(index, "koncert ågade"), Is.EqualTo(new[] { 2 }));
        Assert.That(Find(index, "koncert tørring").HasAllWords, Is.False);
    }

    [Test]
    public void Pages_put_together_are_the_whole()
    {
        var random = new Random(5);
        var index = SearchIndex.Empty.With([], Enumerable.Range(1, 700).Select(number => Document(number, random.Next(3) == 0 ? "Koncert" : "Koncert i byen") with
        {
            LastEnd = Now.AddDays(random.Next(-5, 5)),
        }));
        var whole = Find(index, "koncert").Hits;
        var pages = new List<SearchHit>();
        for (SearchHit? last = null; pages.Count < 700; last = pages[^1])
        {
            var page = index.Find(new SearchRequest { Text = "koncert", Now = Now, Take = 64, After = last });
            Assert.That(page.Total, Is.EqualTo(700));
            pages.AddRange(page.Hits);
            Assert.That(page.HasMore, Is.EqualTo(pages.Count < 700));
        }

        Assert.That(pages, Is.EqualTo(whole).And.Ordered.Using<SearchHit>(SearchHit.Compare));
    }

    [Test]
    public void Types_can_be_chosen_and_are_all_counted()
    {
        var index = SearchIndex.Empty.With([], [Document(1, "Strategi"), Document(2, "Strategi") with { Type = "strategyPage" }, Document(3, "Strategi") with { Type = "strategyPage" }]);
        var found = index.Find(new SearchRequest { Text = "strategi", Now = Now, Types = new HashSet<string> { "strategyPage" } });
        Assert.That(found.Total, Is.EqualTo(2));
        Assert.That(found.CountByType, Is.EquivalentTo(new Dictionary<string, int> { ["event"] = 1, ["strategyPage"] = 2 }));
    }

    [Test]
    public void A_very_long_question_is_answered()
    {
        var index = Index("Koncert i byen");
        Assert.That(Find(index, string.Concat(Enumerable.Repeat("koncert ", 10_000))).Total, Is.EqualTo(1));
        Assert.That(Find(index, new string('å', 100_000)).Total, Is.Zero);
        Assert.That(Find(index, string.Join(' ', Enumerable.Range(0, 5_000))).Total, Is.Zero);
    }

    [Test]
    public void Nothing_that_is_typed_breaks_it([Random(20)] int seed)
    {
        var random = new Random(seed);
        var index = Index("Koncert i byen", "Bøger og børn");
        for (var round = 0; round < 50; round++)
        {
            var question = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(3) == 0 ? (char)random.Next(1, 0xFFFF) : "abeåø -\"«»e1"[random.Next(12)])]);
            var found = Find(index, question);
            Assert.That(string.Concat(found.Words.Mark("Koncert i byen " + question).Select(part => part.Text)), Is.EqualTo("Koncert i byen " + question));
            found.Words.Corrected(["Koncert"]);
        }
    }

    private static SearchIndex Index(params string[] titles) => SearchIndex.Empty.With([], titles.Select((title, number) => Document(number, title)));

    private static SearchResult Find(SearchIndex index, string question) => index.Find(new SearchRequest { Text = question, Now = Now });

    private static int[] Keys(SearchIndex index, string question) => [.. Find(index, question).Hits.Select(hit => BitConverter.ToInt32(hit.Key.ToByteArray()))];

    private static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static SearchDocument Document(int number, string title) => new() { Key = Key(number), Type = "event", Title = title };
}
