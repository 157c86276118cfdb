using Hedensted.Bibliotek.Examples;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Demo;

/// <summary>Any number of events spread over a year, for measuring: the same number, seed and year make the same events.</summary>
/// <param name="seed">Which of many such sets.</param>
/// <param name="year">When they take place.</param>
internal sealed class DemoEvents(int seed, int year)
{
    private static readonly string[] Kinds =
    [
        "Højtlæsning", "Læsekreds", "Forfatterbesøg", "Kodeværksted", "Koncert", "Filmaften", "Sprogcafé", "Lektiehjælp", "Foredrag", "Debataften", "Slægtsforskning", "3D-print",
    ];

    private static readonly string[] Topics =
    [
        "for de mindste", "med te og kage", "på en lørdag", "i læsesalen", "»nye stemmer«", "ved havnen", "for begyndere", "efter lukketid", "med det lokale kor", "om havet",
    ];

    private static readonly string[] Words =
    [
        .. ("kom og mød andre der deler din interesse vi har bøger kaffe og godt selskab alle er velkomne uanset alder og man skal ikke melde sig til med mindre "
            + "det står her aftenen begynder med et kort oplæg og slutter med en rundvisning i samlingen").Split(' '),
    ];

    private static readonly string[] Audiences = ["Børn", "Unge", "Voksne", "Meget voksne", "Familier"];
    private static readonly Guid[] Places = [StartingSite.HedenstedLibrary, StartingSite.JuelsmindeLibrary, StartingSite.ToerringLibrary, StartingSite.HornsyldLibrary];
    private static readonly Guid[] FocusAreas = [StartingSite.JoyOfReading, StartingSite.HeadHandsBody, StartingSite.Dialogue, StartingSite.Communities];

    /// <summary>The event with this number, without its place in the tree.</summary>
    public (Guid Key, NodeContent Content) Make(int number)
    {
        var random = DemoRandom.For(seed, number);
        var title = $"{random.Pick(Kinds)} {random.Pick(Topics)}";
        // Between nine in the morning and eight in the evening, when the houses are open.
        var start = new LocalDateTime(year, 1, 1, 9, 0).PlusDays(random.Below(365)).PlusMinutes(15 * random.Below(44));
        var (own, other) = (random.Pick(FocusAreas), random.Pick(FocusAreas));
        var values = new ExampleValues()
            .Set("title", title)
            .Set("startsAt", ExampleValues.Moment(start))
            .Set("endsAt", ExampleValues.Moment(start.PlusMinutes(15 * (2 + random.Below(10)))))
            .For(random.Pick(Places), own == other || !random.OneIn(3) ? [own] : [own, other], random.Pick(Audiences))
            .Choose("kind", "Arrangement")
            .Choose("booking", "Ingen");
        if (!random.OneIn(10))
        {
            values.Set("teaser", Sentence(random));
        }

        if (random.OneIn(4))
        {
            values.Price($"{seed}/{number}", ("Voksen", 5 * (1 + random.Below(30))));
        }

        if (random.OneIn(20))
        {
            values.Choose("status", "Aflyst");
        }
        else if (random.OneIn(15))
        {
            values.Choose("status", "Udsolgt");
        }

        if (!random.OneIn(5))
        {
            var poster = random.Below(DemoPosters.Count);
            values.Set("image", new[] { new { key = DemoRandom.KeyOf($"{seed}/{number}/image"), mediaKey = DemoPosters.KeyOf(poster) } });
            if (!random.OneIn(3))
            {
                values.Set("imageAlt", title);
            }
        }

        values.Describe(Sentence(random), Sentence(random));
        return (DemoRandom.KeyOf($"{seed}/{number}"), new NodeContent { Names = [new VariantName(null, $"{title} {number + 1}")], Values = values.Build() });
    }

    private static string Sentence(DemoRandom random)
    {
        var text = string.Join(' ', Enumerable.Range(0, 12 + random.Below(16)).Select(_ => random.Pick(Words)));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
