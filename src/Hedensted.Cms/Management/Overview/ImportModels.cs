using Hedensted.Bibliotek.Import;

namespace Hedensted.Cms.Management.Overview;

/// <summary>Where events are fetched from, how it went, and what a person must decide.</summary>
/// <param name="SourceName">What editors call the source; null when none is set up.</param>
/// <param name="SourceUrl">Its front page.</param>
/// <param name="EveryMinutes">From one fetching to the next.</param>
/// <param name="MayDecide">Whether the one who asks may fetch and decide.</param>
/// <param name="Runs">The newest fetchings first.</param>
/// <param name="Questions">What is open, the oldest first.</param>
/// <param name="Decisions">What was decided and is remembered, the newest first.</param>
/// <param name="Deleted">What is to come and was deleted here, by start.</param>
/// <param name="Places">Places to choose between.</param>
/// <param name="Partners">Partners to choose between.</param>
/// <param name="PartnerTypes">Kinds of partner, for one that is made.</param>
internal sealed record ImportResponse(
    string? SourceName,
    string? SourceUrl,
    int EveryMinutes,
    bool MayDecide,
    IReadOnlyList<ImportRunItem> Runs,
    IReadOnlyList<ImportQuestionItem> Questions,
    IReadOnlyList<ImportQuestionItem> Decisions,
    IReadOnlyList<DeletedImport> Deleted,
    IReadOnlyList<ImportTarget> Places,
    IReadOnlyList<ImportTarget> Partners,
    IReadOnlyList<string> PartnerTypes);

/// <summary>One fetching.</summary>
/// <param name="Id">Which.</param>
/// <param name="At">When it was done.</param>
/// <param name="By">Who asked for it; null when the clock did.</param>
/// <param name="Report">What came of it.</param>
internal sealed record ImportRunItem(Guid Id, DateTimeOffset At, string? By, ImportReport Report);

/// <summary>Something to decide, or decided.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind"><c>place</c>, <c>partner</c> or <c>vanished</c>.</param>
/// <param name="Label">What the source calls it.</param>
/// <param name="Detail">What it is about.</param>
/// <param name="Choices">What can be decided.</param>
/// <param name="Choice">What was decided; null when nothing.</param>
/// <param name="Target">The place or partner that was chosen.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
internal sealed record ImportQuestionItem(
    Guid Id, string Kind, string Label, string Detail, IReadOnlyList<string> Choices, string? Choice, ImportTarget? Target, string? By, DateTimeOffset? At);

/// <summary>A place or partner.</summary>
internal sealed record ImportTarget(Guid Id, string Name);

/// <summary>A fetching to do.</summary>
/// <param name="AcceptVanished">Whether the person vouches for what is gone in the source.</param>
internal sealed record ImportRequest(bool AcceptVanished);

/// <summary>A decision.</summary>
/// <param name="Choice">One of the question's choices.</param>
/// <param name="Target">The place or partner, when one is chosen.</param>
/// <param name="PartnerType">The kind of partner, when one is made.</param>
internal sealed record ImportDecision(string Choice, Guid? Target, string? PartnerType);

/// <summary>What a source owns of a document.</summary>
/// <param name="SourceName">What editors call the source; null when the document is our own.</param>
/// <param name="SourceUrl">Its page there.</param>
/// <param name="Fields">Aliases of the fields that are locked.</param>
internal sealed record ImportLockResponse(string? SourceName, string? SourceUrl, IReadOnlyList<string> Fields);
