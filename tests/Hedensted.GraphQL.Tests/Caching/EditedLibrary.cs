using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Tests.Caching;

/// <summary>A library with something of everything in it, which is edited at random, and questions for every field of its schema.</summary>
internal sealed class EditedLibrary
{
    private readonly Library _library = new();
    private readonly Random _random;

    public EditedLibrary(Random random)
    {
        _random = random;
        Fill();
    }

    public Library Library => _library;

    public IReadOnlyList<string> Questions() => EveryField.Of(_library, new Dictionary<string, string[]>
    {
        ["node"] = [$"node(id: \"{Id("branch")}\")"],
        ["event"] = ["event(slug: \"kor-for-alle\")", "event(slug: \"findes-ikke\")"],
        ["series"] = ["series(slug: \"laesekreds\")"],
        ["dialogueMeeting"] = ["dialogueMeeting(slug: \"om-skolebussen\")"],
        ["branch"] = ["branch(slug: \"toerring-bibliotek\")"],
        ["focusArea"] = [$"focusArea(id: \"{Id("focusArea")}\")"],
        ["content"] = ["content(path: \"/strategi\")", "content(path: \"/findes/ikke\")", $"content(id: \"{Id("home")}\")"],
        ["search"] = ["search(query: \"kor\", first: 3)"],
        ["openingHours"] = ["openingHours(from: \"2026-11-25\", to: \"2026-12-02\")"],
        ["occurrences"] =
        [
            "occurrences(first: 3)",
            "occurrences(first: 3, group: SERIES, where: { relative: UPCOMING })",
            "occurrences(first: 3, where: { branch: { slug: { eq: \"toerring-bibliotek\" } } })",
        ],
    });

    private string Id(string type)
    {
        var answer = _library.Ask($"{{ content(path: \"{_library.Edition().PathOf(_library.Edition().Find(_library.Existing(type))!)}\") {{ id }} }}");
        return answer.At("content", "id").GetString()!;
    }

    private void Fill()
    {
        var picture = _library.AddMedia("/media/aa/kor.jpg", new { umbracoFile = new { src = "/media/aa/kor.jpg" }, umbracoWidth = 800, umbracoHeight = 600, altText = "Et kor" });
        var areas = new[] { new { type = "document", unique = _library.Existing("focusArea") } };
        var place = _library.Existing("branch", "Tørring Bibliotek");
        _library.Event("Kor for alle", "2026-11-28T10:00:00", "2026-11-28T12:00:00", new
        {
            place,
            focusAreas = areas,
            teaser = "Kom og syng.",
            teaserImage = new[] { new { key = Guid.NewGuid(), mediaKey = picture } },
        });
        _library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            place,
            extraDates = Library.Blocks("dateBlock", [.. Enumerable.Range(1, 4).Select(week => new { startsAt = Library.Time($"2026-12-{week:00}T19:00:00") })]),
        });
        _library.Add("dialogueMeeting", "Om skolebussen", new { title = "Om skolebussen", topic = "Skolebussen", startsAt = Library.Time("2026-10-10T19:00:00"), place });
        _library.Add("action", "Ny skolebus", new { title = "Ny skolebus", number = 7, focusAreas = areas });
    }

    /// <summary>The edition after something that an editor does, made from what the feed would tell of it.</summary>
    public Edition Edit(Edition edition)
    {
        var documents = _library.Documents.OrderBy(document => document.Key).ToList();
        var document = documents[_random.Next(documents.Count)];
        switch (_random.Next(9))
        {
            case 0 or 1:
                _library.Change(document.Key, "title", $"Nyt navn {_random.Next(100)}");
                return Step(document.Key);
            case 2:
                _library.Change(document.Key, "isPublic", _random.Next(2) == 0);
                return Step(document.Key);
            case 3:
                var added = _library.Event($"Nyt arrangement {_random.Next(1_000)}", $"2026-12-{_random.Next(1, 28):00}T{_random.Next(8, 20):00}:00:00", more: new { place = _library.Existing("branch") });
                return Step(added);
            case 4 when _library.Branch(document.Key).ToHashSet() is var branch && !branch.Contains(_library.Existing("branch")) && !branch.Contains(_library.Existing("eventFolder")):
                foreach (var key in branch)
                {
                    _library.Remove(key);
                }

                return _library.Follow(edition, branch);
            case 5:
                // Elsewhere among its siblings, perhaps under another address.
                _library.Place(document.Key, document.ParentKey, _random.Next(200), _random.Next(2) == 0 ? $"Adresse {_random.Next(100)}" : null);
                return Step(document.Key);
            case 6:
                var media = _library.Media[_random.Next(_library.Media.Count)];
                _library.ReplaceMedia(new PublishedMedia { Key = media.Key, ContentType = media.ContentType, Name = $"Billede {_random.Next(100)}", Url = $"/media/aa/{_random.Next(1_000)}.jpg", Content = media.Content });
                return _library.Follow(edition, new HashSet<Guid>(), new HashSet<Guid> { media.Key });
            case 7:
                var item = _library.Dictionary[_random.Next(_library.Dictionary.Count)];
                _library.Dictionary = [.. _library.Dictionary.Select(each => each == item ? each with { Translations = each.Translations.SetItem("da", $"Tekst {_random.Next(100)}") } : each)];
                return _library.Follow(edition, new HashSet<Guid>(), dictionary: true);
            default:
                // A row of the feed that changes nothing that readers see.
                return _library.Follow(edition, new HashSet<Guid>());
        }

        Edition Step(Guid key) => _library.Follow(edition, new HashSet<Guid> { key });
    }
}
