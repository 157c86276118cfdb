using NodaTime;
using static Hedensted.Bibliotek.StartingSite;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Single events and an exhibition, one of each kind that an editor meets.</summary>
internal static class ExampleArrangements
{
    public static IEnumerable<ExampleDocument> On(ExampleDays days)
    {
        var home = ExampleEvents.Document("outreachPlace", Places, "Et plejehjem", "Et eksempel på et sted uden for huset.",
            new ExampleValues().Choose("outreachType", "Ældreinstitution"));
        return [home, .. Today(days), .. ThisWeek(days), .. Changed(days), .. Later(days, home.Key)];
    }

    private static IEnumerable<ExampleDocument> Today(ExampleDays days)
    {
        yield return Event("Brætspil og suppe", "Kom og spil, og spis en skål suppe sammen med dem, der også er kommet.",
            On(days.After(0), 17, 30, 20, 0).For(HedenstedLibrary, [Communities], "Unge", "Voksne", "Meget voksne")
                .Choose("kind", "Fællesskab").Choose("form", "Hoved").Choose("booking", "Ingen").Set("categories", new[] { "spil", "fællesspisning" })
                .Set("meetingPoint", "Ved det lange bord i forhallen")
                .Describe("Vi har spil til både begyndere og øvede, og der er altid en, der kan forklare reglerne.", "Man må gerne komme alene."));
        yield return Event("Find vej på nattehimlen", "En aften om stjernebilleder, planeter og historierne bag dem.",
            On(days.After(0), 19, 0, 20, 30).For(HedenstedLibrary, [HeadHandsBody], "Voksne", "Meget voksne")
                .Choose("kind", "Arrangement").Choose("form", "Hoved").Choose("status", "Få pladser").Choose("booking", "Link")
                .Set("ticketUrl", "https://example.org/billet").Set("capacity", 60).Set("categories", new[] { "oplæg", "natur" })
                .Price("nattehimlen", ("Voksen", 60m), ("Studerende og pensionister", 40m))
                .Choose("accessibility", "Niveaufri adgang", "Teleslynge")
                .Describe("Lær at finde de tydeligste stjernebilleder, og hør, hvad folk har set i dem gennem tiden.", "Er himlen klar, går vi udenfor til sidst."));
    }

    private static IEnumerable<ExampleDocument> ThisWeek(ExampleDays days)
    {
        yield return Event("Rytmik for de mindste", "Sang, rasleæg og gulvleg for børn op til to år og deres voksne.",
            On(days.WeekdayAfter(1), 10, 0, 10, 45).For(ToerringLibrary, [HeadHandsBody], "Småbørn 0–5", "Familier")
                .Choose("kind", "Arrangement").Choose("form", "Krop").Set("ageFrom", 0).Set("ageTo", 2).Choose("booking", "Mød op").Set("capacity", 20)
                .Describe("Vi synger, danser og leger på gulvet. Tag skiftetøj med."));
        yield return Event("Få styr på din telefon", "Tag din telefon eller tablet med, og få hjælp til det, der driller.",
            On(days.WeekdayAfter(2), 10, 0, 12, 0).For(HornsyldLibrary, [HeadHandsBody], "Meget voksne")
                .Choose("kind", "Åbent værksted").Choose("form", "Hoved", "Hænder").Choose("booking", "Mød op")
                .Describe("Ingen spørgsmål er for små. Vi tager os tid, og der er kaffe på kanden."));
        yield return Event("Skriv din første novelle", "Et skriveværksted for unge, der har en historie i sig.",
            On(days.WeekdayAfter(2), 15, 30, 17, 30).For(JuelsmindeLibrary, [JoyOfReading], "Unge")
                .Choose("kind", "Arrangement").Choose("form", "Hoved", "Hænder").Set("ageFrom", 13).Set("ageTo", 18)
                .Choose("booking", "Link").Set("ticketUrl", "https://example.org/tilmelding").Set("capacity", 15)
                .Describe("Vi begynder med en tom side og slutter med en kladde.", "Tag noget at skrive på med – papir eller computer."));
        var opening = days.After(-3);
        yield return Event("Hverdagen i billeder", "Udstilling med fotografier af almindelige dage. Se den i husets åbningstid.",
            new ExampleValues()
                .Set("startsAt", ExampleValues.Moment(opening.At(new LocalTime(10, 0)))).Set("endsAt", ExampleValues.Moment(days.After(28).At(new LocalTime(17, 0))))
                .Set("allDay", true).For(HedenstedLibrary, [Communities], "Voksne", "Familier").Choose("kind", "Udstilling").Choose("booking", "Ingen")
                .Describe("Billederne er lånt ud af dem, der tog dem. Har du selv et, så læg en kopi i kassen ved indgangen."));
    }

    private static IEnumerable<ExampleDocument> Changed(ExampleDays days)
    {
        yield return Event("En aften om slægtsromanen", "Forfatterbesøg om at skrive om sin egen familie.",
            On(days.WeekdayAfter(4), 19, 0, 21, 0).For(ToerringLibrary, [JoyOfReading], "Voksne", "Meget voksne")
                .Choose("kind", "Arrangement").Choose("status", "Aflyst")
                .Set("statusReason", "Forfatteren er blevet syg. Billetter bliver betalt tilbage, og vi finder en ny dato.")
                .Choose("booking", "Link").Set("ticketUrl", "https://example.org/billet").Price("slægtsromanen", ("Billet", 75m))
                .Describe("Om at låne af virkeligheden, og om hvad man må fortælle videre."));
        yield return Event("Lav din egen bog", "Børneværksted: fold, sy og bind en bog, og fyld den med dine egne historier.",
            On(days.SaturdayAfter(4), 10, 30, 13, 0).For(HedenstedLibrary, [JoyOfReading, HeadHandsBody], "Børn", "Familier")
                .Choose("kind", "Arrangement").Choose("form", "Hænder").Set("ageFrom", 7).Set("ageTo", 12).Choose("status", "Udsolgt")
                .Set("statusReason", "Alle pladser er taget. Vi gentager værkstedet, så hold øje med kalenderen.")
                .Choose("booking", "Link").Set("ticketUrl", "https://example.org/tilmelding").Set("capacity", 16).Price("egen bog", ("Barn", 30m), ("Voksen", 0m))
                .Describe("Alle materialer er her. Børn under ti år skal have en voksen med."));
    }

    private static IEnumerable<ExampleDocument> Later(ExampleDays days, Guid outreachPlace)
    {
        yield return Event("Højtlæsning og kaffe", "Vi kommer ud med bøger, kaffe og god tid.",
            On(days.WeekdayAfter(6), 14, 0, 15, 0).For(outreachPlace, [JoyOfReading, Communities], "Meget voksne")
                .Choose("kind", "Arrangement").Choose("form", "Hoved").Choose("booking", "Ingen").Point("partners", SocialCare).Choose("showOnScreens", "Nej")
                .Describe("Vi læser en novelle højt og taler om den bagefter. Pårørende er velkomne."));
        yield return Event("Undgå fælden på nettet", "Lær at kende falske beskeder. Kom i huset, eller vær med hjemmefra.",
            On(days.WeekdayAfter(8), 19, 0, 20, 30).For(HedenstedLibrary, [Dialogue, HeadHandsBody], "Voksne", "Meget voksne")
                .Choose("kind", "Arrangement").Choose("form", "Hoved").Choose("attendanceMode", "Både fysisk og online").Set("onlineUrl", "https://example.org/moede")
                .Choose("booking", "Link").Set("ticketUrl", "https://example.org/tilmelding").Choose("accessibility", "Niveaufri adgang", "Skrivetolk")
                .Describe("Vi ser på rigtige eksempler og øver os i at gennemskue dem."));
        yield return Event("Læsekreds på nettet", "Mød andre læsere hjemme fra sofaen. Denne gang: en kort roman efter eget valg.",
            On(days.WeekdayAfter(10), 20, 0, 21, 0).For(JuelsmindeLibrary, [JoyOfReading, Communities], "Voksne")
                .Choose("kind", "Fællesskab").Choose("form", "Hoved").Choose("attendanceMode", "Online").Set("onlineUrl", "https://example.org/moede").Choose("booking", "Mød op")
                .Describe("Vi fortæller hver især om en bog på højst fem minutter."));
        yield return Event("Byg et insekthotel", "Familieværksted om de små dyr, og hvordan man giver dem et hjem.",
            On(days.SaturdayAfter(11), 11, 0, 13, 0).For(JuelsmindeLibrary, [HeadHandsBody], "Børn", "Familier")
                .Choose("kind", "Arrangement").Choose("form", "Hænder", "Krop").Choose("concepts", "Bæredygtighed", "Praktisk viden").Point("partners", GrowthAndClimate)
                .Choose("booking", "Link").Set("ticketUrl", "https://example.org/tilmelding").Set("capacity", 25).Price("insekthotel", ("Et hotel", 50m))
                .Describe("Vi har brædder, bambus og værktøj. Tag gerne kogler og grene med."));
        yield return Event("Bøger i børnehaven", "En dag med idéer til højtlæsning og sprogleg for dem, der arbejder med små børn.",
            On(days.WeekdayAfter(16), 9, 0, 15, 0).For(HedenstedLibrary, [JoyOfReading], "Fagfolk")
                .Choose("kind", "Forløb").Choose("form", "Hoved", "Hænder").Point("partners", Learning).Choose("booking", "Link").Set("ticketUrl", "https://example.org/tilmelding").Set("capacity", 40)
                .Describe("Oplæg om formiddagen, værksteder om eftermiddagen. Frokost er med."));
        yield return Event("Fællessang", "Syng med på det, I selv vælger. Alle stemmer kan bruges.",
            On(days.WeekdayAfter(25), 16, 0, 17, 0).For(HornsyldLibrary, [Communities], "Voksne", "Meget voksne", "Familier")
                .Choose("kind", "Fællesskab").Choose("form", "Krop").Choose("booking", "Ingen").Set("categories", new[] { "musik" })
                .Describe("Vi har sangbøger nok til alle."));
    }

    private static ExampleValues On(LocalDate day, int fromHour, int fromMinute, int toHour, int toMinute) =>
        new ExampleValues().FromTo(day, new LocalTime(fromHour, fromMinute), new LocalTime(toHour, toMinute));

    private static ExampleDocument Event(string title, string teaser, ExampleValues values) =>
        ExampleEvents.Document("event", Events, title, teaser, values);
}
