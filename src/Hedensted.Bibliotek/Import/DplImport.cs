using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Sources;
using Microsoft.Extensions.Options;

namespace Hedensted.Bibliotek.Import;

/// <summary>Fetches events from DPL CMS, so that nobody types them twice.</summary>
/// <remarks>
/// The answer is read and mapped, a plan is made of it, and then each event is written in one transaction of its own. An answer that
/// is not to be believed changes nothing at all.
/// </remarks>
public sealed class DplImport
{
    // A server that dies while it fetches holds up the others no longer than this.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    private static readonly string[] OnlyTellsOfLock = ["lockedFields"];

    private readonly DplImportOptions _options;
    private readonly DplSource _source;
    private readonly SchemaSource _schemas;
    private readonly ContentTree _tree;
    private readonly SourceLinks _links;
    private readonly SourceQuestions _questions;
    private readonly SourceRuns _runs;
    private readonly SourceWriter _writer;
    private readonly Publisher _publisher;
    private readonly TimeProvider _time;

    internal DplImport(
        IOptions<DplImportOptions> options,
        DplSource source,
        SchemaSource schemas,
        ContentTree tree,
        SourceLinks links,
        SourceQuestions questions,
        SourceRuns runs,
        SourceWriter writer,
        Publisher publisher,
        TimeProvider time) =>
        (_options, _source, _schemas, _tree, _links, _questions, _runs, _writer, _publisher, _time) =
            (options.Value, source, schemas, tree, links, questions, runs, writer, publisher, time);

    /// <summary>Whether there is anywhere to fetch from.</summary>
    public bool IsEnabled => _options.IsEnabled;

    /// <summary>What editors call the source, e.g. <c>hedenstedbib.dk</c>.</summary>
    public string SourceName => _options.SourceName;

    /// <summary>What a fetching would do now; changes nothing.</summary>
    /// <param name="acceptVanished">Whether a person says that it is right when much is gone.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<ImportReport> PlanAsync(bool acceptVanished, CancellationToken cancellationToken) => (await PlanOfAsync(acceptVanished, cancellationToken)).Report;

    /// <summary>Fetches now.</summary>
    /// <param name="userKey">Who asks for it; null when the clock does.</param>
    /// <param name="acceptVanished">Whether a person says that it is right when much is gone.</param>
    /// <param name="ifDue">Whether it is only done when it is due.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>What came of it; null when another fetching is under way, or none is due.</returns>
    public async Task<ImportReport?> RunAsync(Guid? userKey, bool acceptVanished, bool ifDue, CancellationToken cancellationToken)
    {
        if (!await _runs.TakeTurnAsync(DplPlan.System, LongestRun, _options.Interval, null, ifDue, cancellationToken))
        {
            return null;
        }

        try
        {
            var started = _time.GetUtcNow();
            var plan = await PlanOfAsync(acceptVanished, cancellationToken);
            var report = plan.Problem is null ? await ApplyAsync(plan, cancellationToken) : plan.Report;
            await _runs.AddAsync(
                DplPlan.System,
                new SourceRun(Guid.CreateVersion7(started), started, _time.GetUtcNow(), userKey, report.Problem is null, JsonSerializer.Serialize(report, JsonSerializerOptions.Web)),
                cancellationToken);
            return report;
        }
        finally
        {
            await _runs.EndTurnAsync(DplPlan.System, CancellationToken.None);
        }
    }

    /// <summary>The newest fetchings.</summary>
    public Task<IReadOnlyList<SourceRun>> RunsAsync(int take, CancellationToken cancellationToken) => _runs.NewestAsync(DplPlan.System, take, cancellationToken);

    /// <summary>What a run's report says.</summary>
    public static ImportReport ReportOf(SourceRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return JsonSerializer.Deserialize<ImportReport>(run.Report, JsonSerializerOptions.Web)!;
    }

    /// <summary>Questions and decisions, the oldest first.</summary>
    public Task<IReadOnlyList<SourceQuestion>> QuestionsAsync(CancellationToken cancellationToken) => _questions.OfAsync(DplPlan.System, cancellationToken);

    /// <summary>Where a document comes from; null when it is our own, or an editor has taken it over.</summary>
    public async Task<SourceLink?> LinkOfAsync(Guid documentKey, CancellationToken cancellationToken) =>
        await _links.FindAsync(documentKey, cancellationToken) is { System: DplPlan.System, Released: false } link ? link : null;

    /// <summary>What was fetched, is to come, and has been deleted here for good; it is not fetched again by itself. By start.</summary>
    public async Task<IReadOnlyList<DeletedImport>> DeletedAsync(CancellationToken cancellationToken)
    {
        var links = (await _links.OfAsync(DplPlan.System, cancellationToken)).Where(link => !link.Released).ToList();
        var there = (await _tree.SummariesAsync(NodeKind.Document, [.. links.Select(link => link.DocumentKey)], cancellationToken)).Select(node => node.Key).ToHashSet();
        var now = WallTime.FromInstant(_time.GetUtcNow());
        return
        [
            .. from link in links
               where !there.Contains(link.DocumentKey)
               let start = WallTime.Read(link.Owned.GetValueOrDefault("startsAt"))
               where start > now
               orderby start
               select new DeletedImport(link.Id, link.Owned.TryGetValue("title", out var title) ? PropertyReading.AsText(title) ?? link.Name : link.Name, DanishDates.Moment(start.Value)),
        ];
    }

    /// <summary>«Hent igen»: forgets that something was deleted here, so that the next fetching brings it as new.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    public Task<bool> FetchAgainAsync(string id, CancellationToken cancellationToken) => _links.ForgetDeletedAsync(DplPlan.System, id, cancellationToken);

    /// <summary>«Frigør fra kilden»: the editors own it from now on.</summary>
    public Task<SourceResult> ReleaseAsync(Guid documentKey, Guid? userKey, CancellationToken cancellationToken) =>
        _writer.ReleaseAsync(documentKey, OnlyTellsOfLock, userKey, cancellationToken);

    /// <summary>Decides a question. What became of a vanished event happens at once, names are used from the next fetching on.</summary>
    /// <param name="key">The question.</param>
    /// <param name="choice">One of <see cref="ImportChoices.Of"/>.</param>
    /// <param name="targetKey">The place or partner, when one is chosen.</param>
    /// <param name="partnerType">The kind of partner, when one is made.</param>
    /// <param name="userKey">Who decides.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<ImportAnswer> AnswerAsync(Guid key, string choice, Guid? targetKey, string? partnerType, Guid? userKey, CancellationToken cancellationToken)
    {
        if ((await QuestionsAsync(cancellationToken)).FirstOrDefault(question => question.Key == key) is not { } question)
        {
            return ImportAnswer.NotFound;
        }

        if (!ImportChoices.Of(question.Kind).Contains(choice))
        {
            return ImportAnswer.WrongChoice;
        }

        var schema = await _schemas.CurrentAsync(cancellationToken);
        string[] types = question.Kind == ImportChoices.Place ? [EventTypes.Branch, EventTypes.OutreachPlace] : ["partner"];
        if (choice == ImportChoices.Choose
            && (targetKey is not { } target || await _tree.SummariesAsync(NodeKind.Document, [target], cancellationToken) is not [{ Trashed: false } node]
                || !types.Contains(schema.FindType(node.ContentTypeKey)?.Alias)))
        {
            return ImportAnswer.WrongTarget;
        }

        if (choice == ImportChoices.Create)
        {
            targetKey = await CreatePartnerAsync(schema, question.Label, partnerType, userKey, cancellationToken);
            if (targetKey is null)
            {
                return ImportAnswer.WrongTarget;
            }
        }

        if (question.Kind == ImportChoices.Vanished && choice != ImportChoices.Keep
            && (await _links.OfAsync(DplPlan.System, cancellationToken)).FirstOrDefault(link => link.Id == question.Subject) is { } vanished)
        {
            _ = choice == ImportChoices.Release ? await ReleaseAsync(vanished.DocumentKey, userKey, cancellationToken) : await CancelAsync(schema, vanished, cancellationToken);
        }

        return await _questions.AnswerAsync(key, choice, targetKey, userKey, cancellationToken) ? ImportAnswer.Done : ImportAnswer.NotFound;
    }

    private async Task<DplPlan> PlanOfAsync(bool acceptVanished, CancellationToken cancellationToken)
    {
        DplPlan Nothing(string problem) => new(problem, false, 0, 0, [], []);
        if (!IsEnabled)
        {
            return Nothing("Der er ikke valgt en kilde. Sæt Hedensted__Import__Dpl__Url til adressen på bibliotekets side.");
        }

        var now = WallTime.FromInstant(_time.GetUtcNow());
        var answer = await _source.AskAsync(now.Date.ToDateOnly(), cancellationToken);
        if (answer.Problem is { } problem)
        {
            return Nothing(problem);
        }

        var schema = await _schemas.CurrentAsync(cancellationToken);
        if (schema.FindType(NodeKind.Document, EventTypes.Event) is not { } type)
        {
            return Nothing("Webstedet har ingen type for arrangementer («event»). Importér uSync-mappen først.");
        }

        var links = (await _links.OfAsync(DplPlan.System, cancellationToken)).ToDictionary(link => link.Id);
        var documents = await _tree.NodesAsync(NodeKind.Document, [.. links.Values.Select(link => link.DocumentKey)], cancellationToken);
        var questions = await QuestionsAsync(cancellationToken);
        var places = await BelowAsync(schema, StartingSite.Places, [EventTypes.Branch, EventTypes.OutreachPlace], cancellationToken);
        var partners = await BelowAsync(schema, StartingSite.Partners, ["partner"], cancellationToken);
        var screens = await BelowAsync(schema, StartingSite.Screens, ["screen"], cancellationToken);
        var mapping = new DplMapping(
            new NameBook(places, questions.Where(question => question.Kind == ImportChoices.Place)),
            new NameBook(partners, questions.Where(question => question.Kind == ImportChoices.Partner)),
            new NameBook(screens, []),
            SourceName);
        var names = places.Concat(partners).Concat(screens).ToDictionary(document => document.Key, document => document.Content.NameIn(null));
        return DplPlan.Of(
            [.. answer.Items.Select(mapping.Map)],
            new DplKnown(schema, type, links, documents.ToDictionary(document => document.Key), questions, names, now),
            _options,
            acceptVanished);
    }

    private async Task<ImportReport> ApplyAsync(DplPlan plan, CancellationToken cancellationToken)
    {
        var entries = new List<ImportEntry>();
        foreach (var step in plan.Steps)
        {
            entries.Add(step.Write is { } write ? Told(step.Entry, await _writer.WriteAsync(write, cancellationToken)) : step.Entry);
        }

        await _questions.AskAsync(DplPlan.System, plan.Questions, ImportChoices.Vanished, cancellationToken);
        return new ImportReport(null, plan.Read, plan.Unchanged, entries);
    }

    private static ImportEntry Told(ImportEntry entry, SourceResult result)
    {
        var faults = result.Errors.IsDefaultOrEmpty ? "" : string.Join(" ", result.Errors.Select(error => error.Message));
        return result.Status switch
        {
            SourceStatus.Written => entry with { DocumentId = result.DocumentKey },
            SourceStatus.Incomplete => entry with { DocumentId = result.DocumentKey, Notes = [.. entry.Notes, $"Gemt som kladde, til det sidste er udfyldt. {faults}".TrimEnd()] },
            SourceStatus.Invalid => entry with { Action = ImportAction.Fail, Notes = [.. entry.Notes, $"Kan ikke udgives sådan og er ladt uændret. {faults}".TrimEnd()] },
            SourceStatus.Refused => entry with { Action = ImportAction.Fail, Notes = [.. entry.Notes, "Kan ikke oprettes under Arrangementer. Se efter, at mappen findes og tillader arrangementer."] },
            _ => entry with { Action = ImportAction.Skip, Notes = ["Ændret her imens; springes over."] },
        };
    }

    private async Task<SourceResult> CancelAsync(ContentSchema schema, SourceLink link, CancellationToken cancellationToken)
    {
        var node = await _tree.SummariesAsync(NodeKind.Document, [link.DocumentKey], cancellationToken);
        return await _writer.WriteAsync(
            new SourceWrite
            {
                System = link.System,
                Id = link.Id,
                DocumentKey = link.DocumentKey,
                ContentTypeKey = node is [var found] ? found.ContentTypeKey : schema.FindType(NodeKind.Document, EventTypes.Event)!.Key,
                ParentKey = StartingSite.Events,
                Name = link.Name,
                Owned = link.Owned.SetItem("status", JsonSerializer.SerializeToElement(new[] { Vocabulary.Statuses.Of(OccurrenceStatus.Cancelled) })),
                Added = link.Added,
                Publish = false,
                Comment = "Aflyst: væk i kilden",
            },
            cancellationToken);
    }

    private async Task<Guid?> CreatePartnerAsync(ContentSchema schema, string name, string? partnerType, Guid? userKey, CancellationToken cancellationToken)
    {
        if (schema.FindType(NodeKind.Document, "partner") is not { } type || string.IsNullOrWhiteSpace(partnerType))
        {
            return null;
        }

        PropertyValue Value(string alias, object value) => new(alias, null, null, JsonSerializer.SerializeToElement(value));
        var content = new NodeContent { Names = [new VariantName(null, name)], Values = [Value("title", name), Value("partnerType", new[] { partnerType })] };
        var result = await _publisher.CreateAndPublishAsync(
            new CreateNode(Guid.CreateVersion7(_time.GetUtcNow()), NodeKind.Document, type.Key, StartingSite.Partners, content, userKey), [], cancellationToken);
        return result.Edit is { Succeeded: true } made ? made.Key : null;
    }

    private async Task<IReadOnlyList<(Guid Key, NodeContent Content)>> BelowAsync(ContentSchema schema, Guid folder, string[] types, CancellationToken cancellationToken)
    {
        var found = new List<(Guid, NodeContent)>();
        foreach (var type in types.Select(alias => schema.FindType(NodeKind.Document, alias)).OfType<ContentType>())
        {
            var outlines = await _tree.OutlineBelowAsync(folder, type.Key, cancellationToken);
            var contents = await _tree.VersionsAsync([.. outlines.Select(outline => outline.VersionKey)], cancellationToken);
            found.AddRange(outlines.Where(outline => contents.ContainsKey(outline.VersionKey)).Select(outline => (outline.Key, contents[outline.VersionKey])));
        }

        return found;
    }
}

/// <summary>Something that was fetched and has been deleted here for good.</summary>
/// <param name="Id">What the source calls it.</param>
/// <param name="Title">What it was called.</param>
/// <param name="When">When it is, in Danish.</param>
public sealed record DeletedImport(string Id, string Title, string When);

/// <summary>How a decision was taken up.</summary>
public enum ImportAnswer
{
    /// <summary>It is remembered.</summary>
    Done,

    /// <summary>Nobody asks that any more.</summary>
    NotFound,

    /// <summary>That is no answer to this question.</summary>
    WrongChoice,

    /// <summary>The place or partner is not there, or is none.</summary>
    WrongTarget,
}
