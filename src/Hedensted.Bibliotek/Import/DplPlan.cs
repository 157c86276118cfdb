using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Sources;
using NodaTime;

namespace Hedensted.Bibliotek.Import;

/// <summary>What is known here when a plan is made.</summary>
/// <param name="Schema">The site's types.</param>
/// <param name="EventType">The type that events become.</param>
/// <param name="Links">What came from the source before.</param>
/// <param name="Documents">The documents of the links, those that are there.</param>
/// <param name="Questions">What was asked and decided.</param>
/// <param name="Names">What places and partners are called.</param>
/// <param name="Now">Danish wall time.</param>
internal sealed record DplKnown(
    ContentSchema Schema,
    ContentType EventType,
    IReadOnlyDictionary<string, SourceLink> Links,
    IReadOnlyDictionary<Guid, ContentNode> Documents,
    IReadOnlyList<SourceQuestion> Questions,
    IReadOnlyDictionary<Guid, string> Names,
    LocalDateTime Now);

/// <summary>What one event comes to.</summary>
/// <param name="Entry">What the report says of it.</param>
/// <param name="Write">What is to be written; null when nothing is.</param>
internal sealed record DplStep(ImportEntry Entry, SourceWrite? Write = null);

/// <summary>What a fetching will do: made of what the source says and what is known here, and of nothing else.</summary>
internal sealed record DplPlan(string? Problem, bool MayBeAccepted, int Read, int Unchanged, ImmutableArray<DplStep> Steps, ImmutableArray<AskedOf> Questions)
{
    /// <summary>What the source is called in the tables.</summary>
    public const string System = "dpl";

    /// <summary>So few may always be gone at once.</summary>
    private const int Few = 4;

    private const int Examples = 3;

    /// <summary>Tells editors which fields are locked.</summary>
    private const string LockedFields = "lockedFields";

    private const string PreviousStart = "previousStart";

    // Where it comes from; nothing that anybody would want to change.
    private static readonly string[] Provenance = ["sourceSystem", "sourceId", "sourceUrl"];

    public ImportReport Report => new(Problem, Read, Unchanged, [.. Steps.Select(step => step.Entry)], MayBeAccepted);

    public static DplPlan Of(ImmutableArray<DplMapped> mapped, DplKnown known, DplImportOptions options, bool acceptVanished)
    {
        var said = mapped.ToDictionary(one => one.Item.Uuid.ToString());
        var missing = known.Links.Values.Where(link => !said.ContainsKey(link.Id) && IsComing(link, known)).ToList();
        if (!acceptVanished && Doubt(missing, known, options, said.Count) is { } doubt)
        {
            return new DplPlan(doubt, MayBeAccepted: true, said.Count, 0, [], []);
        }

        var steps = mapped.Select(one => StepOf(one, known, options)).ToList();
        return new DplPlan(
            null,
            false,
            said.Count,
            steps.Count(step => step is null),
            [
                .. steps.OfType<DplStep>().OrderBy(step => step.Entry.Action),
                .. missing.OrderBy(link => link.Owned["startsAt"].ToString(), StringComparer.Ordinal).Select(link => VanishedStep(link, known)),
            ],
            [
                .. QuestionsOf(ImportChoices.Place, mapped, one => one.UnknownPlace is { } place ? [place] : [], known),
                .. QuestionsOf(ImportChoices.Partner, mapped, one => one.UnknownPartners, known),
                .. missing.Select(link => new AskedOf(ImportChoices.Vanished, link.Id, TitleOf(link), WhenOf(link))),
            ]);
    }

    // Tells what is only gone from what the source has lost.
    private static string? Doubt(List<SourceLink> missing, DplKnown known, DplImportOptions options, int said)
    {
        var asked = known.Questions.Where(question => question.Kind == ImportChoices.Vanished).Select(question => question.Subject).ToHashSet();
        var coming = known.Links.Values.Count(link => IsComing(link, known) && !asked.Contains(link.Id));
        var newly = missing.Count(link => !asked.Contains(link.Id));
        if (newly == 0 || (said > 0 && (newly <= Few || newly <= options.MostVanished * coming)))
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{options.SourceName} mangler pludselig {newly} af de {coming} kommende arrangementer, vi har hentet. Det ligner en fejl i kilden, så intet er ændret. Se efter på siden: er de væk med vilje, så hent igen, og sig god for det.");
    }

    private static DplStep? StepOf(DplMapped mapped, DplKnown known, DplImportOptions options)
    {
        var item = mapped.Item;
        var id = item.Uuid.ToString();
        var link = known.Links.GetValueOrDefault(id);
        var document = link is null ? null : known.Documents.GetValueOrDefault(link.DocumentKey);
        DplStep Step(ImportAction action, IReadOnlyList<ImportField> fields, IEnumerable<string> notes, SourceWrite? write = null) =>
            new(new ImportEntry(action, item.Title, WhenOf(item), item.Url.AbsoluteUri, document?.Key, fields, [.. notes]), write);

        if (link is null ? item.End < known.Now : link.Released || document is null || document.Trashed)
        {
            return link is null ? null : Step(ImportAction.Skip, [], [document is null ? "Slettet her; hentes ikke igen." : link.Released ? "Frigjort; rettes kun her." : "Ligger i papirkurven."]);
        }

        var added = new Dictionary<string, ImmutableArray<Guid>> { ["partners"] = mapped.Partners, ["screens"] = mapped.Screens };
        var fitted = SourceValues.Fit(known.Schema, known.EventType, Owned(mapped, link, known));
        var write = new SourceWrite
        {
            System = System,
            Id = id,
            DocumentKey = DplMapping.KeyOf(item.Uuid),
            ContentTypeKey = known.EventType.Key,
            ParentKey = StartingSite.Events,
            Name = mapped.Name,
            Owned = fitted,
            Added = added,
            Defaults = DefaultsOf(mapped),
            Publish = options.PublishNew,
            Comment = $"Hentet fra {options.SourceName}",
        };
        var notes = NotesOf(mapped);
        if (link is null || document is null)
        {
            return Step(ImportAction.Create, FieldsOf(ImmutableDictionary<string, JsonElement?>.Empty, fitted, known), notes, write);
        }

        var before = link.Owned.Keys.Union(fitted.Keys, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(alias => alias, alias => document.Draft.ValueOf(alias), StringComparer.OrdinalIgnoreCase);
        var fields = FieldsOf(before, fitted, known);
        foreach (var (alias, keys) in added)
        {
            if (keys.RemoveRange(link.Added.TryGetValue(alias, out var earlier) ? earlier : []) is { IsEmpty: false } newly)
            {
                fields.Add(new ImportField(
                    known.Schema.FindProperty(known.EventType, alias)?.Name ?? alias, null, string.Join(", ", newly.Select(key => known.Names.GetValueOrDefault(key, "")))));
            }
        }

        var isSame = before.All(value => SourceValues.Same(value.Value, fitted.TryGetValue(value.Key, out var next) ? next : null));
        return isSame && added.All(one => one.Value.All(key => link.Added.TryGetValue(one.Key, out var earlier) && earlier.Contains(key)))
            ? null
            : Step(ImportAction.Change, fields, notes, write);
    }

    // Who names screens in the source means those, and editors may choose otherwise here.
    private static Dictionary<string, JsonElement> DefaultsOf(DplMapped mapped)
    {
        var defaults = new Dictionary<string, JsonElement> { ["listed"] = JsonSerializer.SerializeToElement(true) };
        if (!mapped.Screens.IsEmpty)
        {
            defaults["showOnScreens"] = JsonSerializer.SerializeToElement(new[] { "Kun valgte" });
        }

        return defaults;
    }

    // Webmasters may take fields away; what has none is not ours to hold.
    private static Dictionary<string, JsonElement> Owned(DplMapped mapped, SourceLink? link, DplKnown known)
    {
        var owned = Moved(Carried(mapped, link), link, known)
            .Where(value => known.Schema.FindProperty(known.EventType, value.Key) is not null)
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.OrdinalIgnoreCase);
        if (known.Schema.FindProperty(known.EventType, LockedFields) is not null)
        {
            owned[LockedFields] = JsonSerializer.SerializeToElement(owned.Keys
                .Where(alias => !Provenance.Contains(alias))
                .Select(alias => known.Schema.FindProperty(known.EventType, alias)!.Name)
                .Order(StringComparer.Ordinal));
        }

        return owned;
    }

    // What the source leaves open for a while stays as it was: the status of what has taken place, and a place that nobody has recognised yet.
    private static ImmutableSortedDictionary<string, JsonElement> Carried(DplMapped mapped, SourceLink? link)
    {
        var owned = mapped.Owned;
        if (!owned.ContainsKey("status") && link?.Owned.TryGetValue("status", out var status) == true)
        {
            owned = owned.SetItem("status", status);
        }

        return mapped.UnknownPlace is not null && link?.Owned.TryGetValue("place", out var place) == true ? owned.SetItem("place", place) : owned;
    }

    // DPL does not tell from when a date was moved; we know what it said last. What citizens have not seen, or what was over already, is
    // a correction and no move.
    private static ImmutableSortedDictionary<string, JsonElement> Moved(ImmutableSortedDictionary<string, JsonElement> owned, SourceLink? link, DplKnown known)
    {
        if (link is null || !link.Owned.TryGetValue("startsAt", out var last) || WallTime.Read(last) is not { } before)
        {
            return owned;
        }

        var isMoved = WallTime.Read(owned["startsAt"]) != before && before > known.Now && known.Documents.TryGetValue(link.DocumentKey, out var document) && document.IsPublished;
        return isMoved ? owned.SetItem(PreviousStart, JsonSerializer.SerializeToElement(WrittenValue.Moment(before)))
            : link.Owned.TryGetValue(PreviousStart, out var earlier) ? owned.SetItem(PreviousStart, earlier)
            : owned;
    }

    private static IEnumerable<string> NotesOf(DplMapped mapped)
    {
        if (mapped.UnknownPlace is { } place)
        {
            yield return $"Stedet «{place}» er ukendt. Vælg det i køen.";
        }

        if (mapped.UnknownPartners is { IsEmpty: false } partners)
        {
            yield return $"Ukendt samarbejdspartner: {string.Join(", ", partners.Select(name => $"«{name}»"))}. Vælg i køen.";
        }

        if (mapped.Item.State == DplItemState.Unknown)
        {
            yield return "Kilden giver en tilstand, vi ikke kender; status er ikke ændret.";
        }

        foreach (var note in mapped.Notes)
        {
            yield return note;
        }
    }

    private static List<ImportField> FieldsOf(IReadOnlyDictionary<string, JsonElement?> before, IReadOnlyDictionary<string, JsonElement> after, DplKnown known)
    {
        string? TextOf(JsonElement? value) =>
            value is { } json && ValueText.Of(json, known.Names, count => count == 1 ? "1 på listen" : $"{count} på listen") is { Length: > 0 } text ? text : null;
        var fields = new List<ImportField>();
        foreach (var property in known.Schema.PropertiesOf(known.EventType).Where(property => property.Alias != LockedFields && !Provenance.Contains(property.Alias)).OrderBy(property => property.SortOrder))
        {
            var was = before.GetValueOrDefault(property.Alias);
            JsonElement? next = after.TryGetValue(property.Alias, out var value) ? value : null;
            if (!SourceValues.Same(was, next))
            {
                fields.Add(new ImportField(property.Name, TextOf(was), TextOf(next)));
            }
        }

        return fields;
    }

    private static DplStep VanishedStep(SourceLink link, DplKnown known)
    {
        var answer = known.Questions.FirstOrDefault(question => question.Kind == ImportChoices.Vanished && question.Subject == link.Id)?.Answer?.Choice;
        var note = answer switch
        {
            ImportChoices.Keep => "Væk i kilden. Nogen har valgt at beholde det.",
            ImportChoices.Cancel => "Væk i kilden. Nogen har aflyst det.",
            _ => "Væk i kilden. Vælg i køen, om det er aflyst.",
        };
        return new(new ImportEntry(answer is null ? ImportAction.Vanished : ImportAction.Skip, TitleOf(link), WhenOf(link), null, link.DocumentKey, [], [note]));
    }

    private static IEnumerable<AskedOf> QuestionsOf(string kind, ImmutableArray<DplMapped> mapped, Func<DplMapped, IEnumerable<string>> names, DplKnown known) => mapped
        .Where(one => !(known.Links.GetValueOrDefault(one.Item.Uuid.ToString()) is { } link && (link.Released || !known.Documents.TryGetValue(link.DocumentKey, out var document) || document.Trashed)))
        .Where(one => one.Item.End >= known.Now)
        .SelectMany(one => names(one).Select(name => (Name: name, one.Item)))
        .GroupBy(pair => NameBook.SubjectOf(pair.Name), StringComparer.Ordinal)
        .Select(group => new AskedOf(kind, group.Key, group.First().Name, DetailOf([.. group.Select(pair => pair.Item).OrderBy(item => item.Start)])));

    private static string DetailOf(IReadOnlyList<DplItem> items)
    {
        var shown = string.Join("; ", items.Take(Examples).Select(item => $"«{item.Title}» {WhenOf(item)}"));
        return items.Count > Examples ? $"{shown}; og {items.Count - Examples} til" : shown;
    }

    private static bool IsComing(SourceLink link, DplKnown known) =>
        !link.Released
        && known.Documents.TryGetValue(link.DocumentKey, out var document) && !document.Trashed
        && WallTime.Read(link.Owned.GetValueOrDefault("startsAt")) > known.Now;

    private static string TitleOf(SourceLink link) => link.Owned.TryGetValue("title", out var title) ? PropertyReading.AsText(title) ?? link.Name : link.Name;

    private static string WhenOf(SourceLink link) => WallTime.Read(link.Owned.GetValueOrDefault("startsAt")) is { } start ? DanishDates.Moment(start) : "";

    private static string WhenOf(DplItem item) => item.AllDay ? DanishDates.Long(item.Start.Date.ToDateOnly()) : DanishDates.Moment(item.Start, item.End);
}
