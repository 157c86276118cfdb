using Hedensted.Bibliotek.Values;
using NodaTime;
using static Hedensted.Bibliotek.Examples.ExampleValues;
using static Hedensted.Bibliotek.StartingSite;

namespace Hedensted.Bibliotek.Examples;

/// <summary>Dialogue meetings about something that people disagree on, something that is hard to talk about, and one that was held and became an action.</summary>
internal static class ExampleDialogues
{
    public static IEnumerable<ExampleDocument> On(ExampleDays days)
    {
        var action = ExampleEvents.Document("action", ActionCatalogue, "En åben aften for unge", "Biblioteket holder åbent for unge én aften om ugen.",
            new ExampleValues().Set("number", 1).Choose("status", "I gang").Set("isPublic", true).Point("focusAreas", [Dialogue, Communities])
                .Set("goal", "Unge kommer igen af sig selv, og de er med til at bestemme, hvad der sker.").Set("responsible", "Folkebiblioteket")
                .Set("startDate", Day(days.WeekdayAfter(-5))).Set("dueDate", Day(days.WeekdayAfter(180)))
                .Blocks("statusEntries", "åben aften", Block(BlockTypes.StatusBlock, ("period", "Eksempel på et halvår"), ("text", "Den første aften er holdt, og de unge har valgt, hvad rummet skal bruges til."))));
        yield return action;
        yield return Meeting("Hvor skal de unge være om aftenen?", "En samtale om steder, hvor man kan være uden at købe noget.", days.WeekdayAfter(-16),
            new ExampleValues().For(ToerringLibrary, [Dialogue, Communities], "Unge", "Voksne").Point("partners", CultureAndLeisure)
                .Choose("format", "Borgermøde").Set("topic", "Steder for unge om aftenen")
                .Set("whyNow", "Når skolen og klubben lukker, er der få steder at gå hen. Unge, naboer og forældre har hver deres ønsker.")
                .Blocks("questions", "de unge", Question("Hvad gør et sted til et, man har lyst til at være?"), Question("Hvem skal være til stede, og hvornår?"))
                .Blocks("sources", "de unge", Source("For", "taler for steder uden voksne"), Source("Imod", "taler imod steder uden voksne"), Source("Neutral baggrund", "fortæller, hvad unge selv siger"))
                .Blocks("followUp", "de unge", Block(BlockTypes.NoteBlock, ("date", Day(days.WeekdayAfter(-9))),
                    ("agreements", "Der mangler et sted, hvor man kan være uden at købe noget."),
                    ("disagreements", "Nogle vil have en voksen til stede hele tiden, andre helst slet ingen."),
                    ("takeaways", "Biblioteket prøver med en åben aften om ugen, som de unge er med til at planlægge.")))
                .Point("linkedActions", action.Key)
                .Set("screenText", "Hvor skal de unge være om aftenen?").Set("followUpDue", Day(days.WeekdayAfter(-2)))
                .Describe("Vi begyndte med de unges egne fortællinger og sluttede med at skrive ned, hvad vi var uenige om."));
        yield return Meeting("Skal telefonen med i skole?", "En samtale om mobiltelefoner i skoletiden – med plads til at skifte mening.", days.WeekdayAfter(9),
            new ExampleValues().For(HedenstedLibrary, [Dialogue], "Unge", "Voksne", "Familier", "Fagfolk").Point("partners", Learning)
                .Choose("format", "Samtalesalon").Set("topic", "Mobiltelefoner i skolen")
                .Set("whyNow", "Mange skoler ændrer deres regler i disse år. Elever, forældre og lærere ser forskelligt på, hvad der hjælper.")
                .Blocks("questions", "telefon", Question("Hvad giver telefonen børn og unge, som vi ikke vil undvære?"),
                    Question("Hvornår står den i vejen for det, skolen er til for?"), Question("Hvem skal bestemme – eleven, familien, skolen eller kommunen?"))
                .Blocks("sources", "telefon", Source("For", "taler for en telefonfri skoledag"), Source("Imod", "taler imod fælles regler"), Source("Neutral baggrund", "gennemgår, hvad man ved"))
                .Set("screenText", "Skal telefonen med i skole? Kom og tal med.").Set("followUpDue", Day(days.WeekdayAfter(30)))
                .Describe("Vi sidder i små grupper med en ordstyrer ved hvert bord og skifter plads undervejs. Man behøver ikke have en holdning på forhånd."));
        yield return Meeting("Når livet slutter", "En rolig aften om at tale om døden, mens vi har tid.", days.WeekdayAfter(18),
            new ExampleValues().For(HornsyldLibrary, [Dialogue, Communities], "Voksne", "Meget voksne").Point("partners", SocialCare)
                .Choose("format", "Lytterunde").Set("topic", "At tale om døden")
                .Set("whyNow", "De fleste af os skal træffe valg på egne eller andres vegne. Det er lettere, når man har talt om det før.")
                .Blocks("questions", "livet", Question("Hvad er vigtigt for dig, når tiden bliver kort?"), Question("Hvem har du talt med om det?"), Question("Hvad gør det svært at begynde?"))
                .Blocks("care", "livet", Block(BlockTypes.CareBlock, ("text", "Emnet kan røre ved noget. Man må gå ud og komme ind igen, og man må nøjes med at lytte."),
                    ("contact", "Personalet bliver efter mødet og kan vise videre til nogen at tale med.")))
                .Blocks("sources", "livet", Source("For", "taler for at planlægge i god tid"), Source("Imod", "taler for at lade det komme"), Source("Neutral baggrund", "forklarer reglerne"))
                .Set("screenText", "Når livet slutter: en rolig aften om det, vi sjældent taler om.").Set("followUpDue", Day(days.WeekdayAfter(40)))
                .Describe("Vi lytter til hinanden på skift. Ingen skal sige noget, og intet bliver skrevet ned uden aftale."));
    }

    private static ExampleDocument Meeting(string title, string teaser, LocalDate day, ExampleValues values) =>
        ExampleEvents.Document("dialogueMeeting", Events, title, teaser, values
            .FromTo(day, new LocalTime(19, 0), new LocalTime(21, 0)).Choose("kind", "Arrangement").Choose("form", "Hoved").Choose("booking", "Mød op")
            .Choose("concepts", "Demokrati", "Dannelse").Choose("recordingPolicy", "Ingen")
            .Blocks("facilitators", title, Block(BlockTypes.PersonBlock, ("name", "Ordstyrer fra biblioteket"), ("role", "Ordstyrer"), ("interest", "Ingen."), ("consent", false)))
            .Blocks("groundRules", title, Rule("Vi taler om sagen, ikke om hinanden."), Rule("Man må skifte mening."), Rule("Ingen optagelse uden aftale.")));

    private static WrittenBlock Question(string question) => Block(BlockTypes.QuestionBlock, ("question", question));

    private static WrittenBlock Rule(string rule) => Block(BlockTypes.RuleBlock, ("rule", rule));

    private static WrittenBlock Source(string stance, string what) =>
        Block(BlockTypes.SourceBlock, ("title", $"Eksempel på en kilde, der {what}"), ("publisher", "Eksempel"), ("stance", new[] { stance }), ("why", "Her skriver I kort, hvorfor kilden er værd at læse."));
}
