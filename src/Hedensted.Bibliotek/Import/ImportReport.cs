using System.Text.Json.Serialization;

namespace Hedensted.Bibliotek.Import;

/// <summary>What a fetching did, or would do.</summary>
/// <param name="Problem">Why nothing was changed, in Danish with the remedy; null when the source was to be believed.</param>
/// <param name="Read">How many events the source has.</param>
/// <param name="Unchanged">How many are here already and say the same.</param>
/// <param name="Entries">All the others, what is new first.</param>
/// <param name="MayBeAccepted">Whether a person can say that the doubted answer is right after all.</param>
public sealed record ImportReport(string? Problem, int Read, int Unchanged, IReadOnlyList<ImportEntry> Entries, bool MayBeAccepted = false)
{
    /// <summary>How many events become or became something new or else.</summary>
    [JsonIgnore]
    public int Changes => Entries.Count(entry => entry.Action is ImportAction.Create or ImportAction.Change);

    internal static ImportReport Of(string problem, bool mayBeAccepted = false) => new(problem, 0, 0, [], mayBeAccepted);
}

/// <summary>What is done with an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportAction>))]
public enum ImportAction
{
    /// <summary>It is new here.</summary>
    Create,

    /// <summary>The source says something else than before.</summary>
    Change,

    /// <summary>The source has it no more, and it has not taken place yet: a person decides.</summary>
    Vanished,

    /// <summary>It is left alone; the note says why.</summary>
    Skip,

    /// <summary>It could not be written; the note says why.</summary>
    Fail,
}

/// <summary>An event in a report.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Title">What the source calls it.</param>
/// <param name="When">In Danish.</param>
/// <param name="SourceUrl">Its page in the source; null when the source has it no more.</param>
/// <param name="DocumentId">The document; null before there is one.</param>
/// <param name="Fields">What changes.</param>
/// <param name="Notes">What else there is to say, in Danish.</param>
public sealed record ImportEntry(
    ImportAction Action, string Title, string When, string? SourceUrl, Guid? DocumentId, IReadOnlyList<ImportField> Fields, IReadOnlyList<string> Notes);

/// <summary>A field that changes.</summary>
/// <param name="Label">The field.</param>
/// <param name="From">What it said; null when nothing.</param>
/// <param name="To">What it is to say; null when nothing.</param>
public sealed record ImportField(string Label, string? From, string? To);
