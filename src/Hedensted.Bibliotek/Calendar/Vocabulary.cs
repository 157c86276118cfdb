using System.Collections.Frozen;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>What kind of thing happens.</summary>
public enum EventKind
{
    /// <summary>Arrangement.</summary>
    Event,

    /// <summary>Udstilling.</summary>
    Exhibition,

    /// <summary>Forløb.</summary>
    Course,

    /// <summary>Fællesskab.</summary>
    Community,

    /// <summary>Åbent værksted.</summary>
    OpenWorkshop,
}

/// <summary>How one takes part.</summary>
public enum AttendanceMode
{
    /// <summary>Fysisk.</summary>
    Physical,

    /// <summary>Online.</summary>
    Online,

    /// <summary>Både fysisk og online.</summary>
    Hybrid,
}

/// <summary>Whom it is for.</summary>
public enum Audience
{
    /// <summary>Småbørn 0–5.</summary>
    Toddlers,

    /// <summary>Børn.</summary>
    Children,

    /// <summary>Unge.</summary>
    YoungPeople,

    /// <summary>Voksne.</summary>
    Adults,

    /// <summary>Meget voksne, the strategy's own words.</summary>
    VeryAdult,

    /// <summary>Familier.</summary>
    Families,

    /// <summary>Fagfolk.</summary>
    Professionals,
}

/// <summary>What one learns with.</summary>
public enum EventForm
{
    /// <summary>Hoved.</summary>
    Head,

    /// <summary>Hænder.</summary>
    Hands,

    /// <summary>Krop.</summary>
    Body,
}

/// <summary>How one signs up.</summary>
public enum BookingMode
{
    /// <summary>Ingen.</summary>
    None,

    /// <summary>Link.</summary>
    Link,

    /// <summary>Telefon.</summary>
    Phone,

    /// <summary>Mød op.</summary>
    DropIn,
}

/// <summary>The Danish words of the content model's dropdowns and what they mean here; the one table of them.</summary>
/// <remarks>A word that is not in the table is left out rather than guessed: an editor's new word must never break a page.</remarks>
public static class Vocabulary
{
    /// <summary>Status of a date.</summary>
    public static Words<OccurrenceStatus> Statuses { get; } = new(
        ("Planlagt", OccurrenceStatus.Scheduled),
        ("Få pladser", OccurrenceStatus.FewSeats),
        ("Udsolgt", OccurrenceStatus.SoldOut),
        ("Udskudt", OccurrenceStatus.Postponed),
        ("Flyttet til ny dato", OccurrenceStatus.Rescheduled),
        ("Flyttet online", OccurrenceStatus.MovedOnline),
        ("Aflyst", OccurrenceStatus.Cancelled));

    /// <summary>Kind of event.</summary>
    public static Words<EventKind> Kinds { get; } = new(
        ("Arrangement", EventKind.Event),
        ("Udstilling", EventKind.Exhibition),
        ("Forløb", EventKind.Course),
        ("Fællesskab", EventKind.Community),
        ("Åbent værksted", EventKind.OpenWorkshop));

    /// <summary>Ways to take part.</summary>
    public static Words<AttendanceMode> AttendanceModes { get; } = new(
        ("Fysisk", AttendanceMode.Physical),
        ("Online", AttendanceMode.Online),
        ("Både fysisk og online", AttendanceMode.Hybrid));

    /// <summary>Audiences.</summary>
    public static Words<Audience> Audiences { get; } = new(
        ("Småbørn 0–5", Audience.Toddlers),
        ("Børn", Audience.Children),
        ("Unge", Audience.YoungPeople),
        ("Voksne", Audience.Adults),
        ("Meget voksne", Audience.VeryAdult),
        ("Familier", Audience.Families),
        ("Fagfolk", Audience.Professionals));

    /// <summary>Head, hands or body.</summary>
    public static Words<EventForm> Forms { get; } = new(
        ("Hoved", EventForm.Head),
        ("Hænder", EventForm.Hands),
        ("Krop", EventForm.Body));

    /// <summary>Ways to sign up.</summary>
    public static Words<BookingMode> BookingModes { get; } = new(
        ("Ingen", BookingMode.None),
        ("Link", BookingMode.Link),
        ("Telefon", BookingMode.Phone),
        ("Mød op", BookingMode.DropIn));
}

/// <summary>Danish words and the values that they stand for, both ways.</summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class Words<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _values;
    private readonly FrozenDictionary<T, string> _words;

    internal Words(params ReadOnlySpan<(string Word, T Value)> pairs)
    {
        var values = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        var words = new Dictionary<T, string>();
        foreach (var (word, value) in pairs)
        {
            values[Plain(word)] = value;
            words.TryAdd(value, word);
        }

        _values = values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _words = words.ToFrozenDictionary();
    }

    /// <summary>What the word stands for; null for a word that is not in the table.</summary>
    public T? Find(string? word) => word is not null && _values.TryGetValue(Plain(word), out var value) ? value : null;

    /// <summary>The Danish word for a value.</summary>
    public string Of(T value) => _words[value];

    // A hyphen typed for a dash must not lose an audience.
    private static string Plain(string word) => word.Trim().Replace('–', '-');
}
