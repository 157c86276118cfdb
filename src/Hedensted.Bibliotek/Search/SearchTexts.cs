using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;
using Hedensted.Content.Search;

namespace Hedensted.Bibliotek.Search;

/// <summary>What a published document is found by.</summary>
public static class SearchTexts
{
    private static readonly string[] Named = [EventTypes.Branch, EventTypes.OutreachPlace, "room", "partner"];
    private static readonly string[] Referring = ["place", "room", "organiser", "partners"];

    /// <summary>Its texts; null for one that is not to be found: not public, not listed, or taken out of the search by its editor.</summary>
    /// <param name="document">A document of the edition.</param>
    /// <param name="edition">The edition, with its calendar.</param>
    public static SearchDocument? Of(PublishedDocument document, Edition edition)
    {
        var type = document.ContentType;
        if (!SearchFields.IsSearched(edition.Schema, type) || document.Flag("hideInSearch") || !document.IsPublic() || !document.Flag("listed", otherwise: true))
        {
            return null;
        }

        var culture = edition.Schema.DefaultLanguage?.IsoCode;
        var text = new FieldText(edition.Schema);
        text.Add(type, property => document.ValueOf(property.Alias, culture));
        var dates = edition.Projection<EventCalendar>().Of(document.Key);
        foreach (var day in dates.SelectMany(date => new[] { date.LocalDate, date.LocalEndDate }).Distinct())
        {
            text.AddKeywords(DanishDates.Long(day));
        }

        // Whoever looks for dialogue meetings means those that do not say the word, too.
        if (type.Alias == EventTypes.DialogueMeeting)
        {
            text.AddKeywords(type.Name);
        }

        // What one date of a series says of itself, the series is found by.
        foreach (var change in type.Alias == EventTypes.Series ? edition.ChildrenOf(document.Key) : [])
        {
            if (change.ContentType.Alias == EventTypes.Override)
            {
                text.Add(change.ContentType, property => change.ValueOf(property.Alias, culture));
            }
        }

        return new SearchDocument
        {
            Key = document.Key,
            Type = type.Alias,
            Title = document.ValueOf("title", culture).AsText() ?? document.NameIn(culture),
            Teaser = document.ValueOf("teaser", culture).AsText() ?? "",
            Text = text.Text,
            Keywords = text.Keywords,
            References = EventTypes.MakesOccurrences(type.Alias) ? [.. Referring.SelectMany(alias => document.Keys(alias)).Distinct()] : [],
            IsName = Named.Contains(type.Alias),
            LastEnd = dates.IsEmpty ? null : dates.Max(date => date.EndsAt),
        };
    }
}
