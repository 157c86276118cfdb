using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Sources;

/// <summary>What a source says of one document.</summary>
public sealed record SourceWrite
{
    /// <summary>The other system.</summary>
    public required string System { get; init; }

    /// <summary>What it calls the thing.</summary>
    public required string Id { get; init; }

    /// <summary>The key that a new document gets; a known one keeps its own.</summary>
    public required Guid DocumentKey { get; init; }

    /// <summary>The type that a new document gets.</summary>
    public required Guid ContentTypeKey { get; init; }

    /// <summary>Where a new document is put.</summary>
    public required Guid ParentKey { get; init; }

    /// <summary>Its name; it follows the source until an editor gives it another.</summary>
    public required string Name { get; init; }

    /// <summary>By alias all that the source owns. What it owned and no longer says is taken out, and is the editors' from then on.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Owned { get; init; }

    /// <summary>By alias documents to put beside those that editors picked. What an editor takes out stays out.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<Guid>> Added { get; init; } = ImmutableDictionary<string, ImmutableArray<Guid>>.Empty;

    /// <summary>By alias what a new document begins with; the editors' from then on.</summary>
    public IReadOnlyDictionary<string, JsonElement> Defaults { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Whether a new document is published as soon as nothing is missing.</summary>
    public required bool Publish { get; init; }

    /// <summary>What the log of the document says, in Danish.</summary>
    public required string Comment { get; init; }
}

/// <summary>How it went with one document.</summary>
public enum SourceStatus
{
    /// <summary>It is written, and readers see it when they saw it before or it was to be published.</summary>
    Written,

    /// <summary>It is written, and something must be filled in before it can be published.</summary>
    Incomplete,

    /// <summary>Readers see it, and what the source says of it breaks a rule; nothing was written.</summary>
    Invalid,

    /// <summary>An editor has taken it over; nothing was written.</summary>
    Released,

    /// <summary>It is in the recycle bin; nothing was written.</summary>
    InTrash,

    /// <summary>It was deleted for good; nothing was written.</summary>
    Deleted,

    /// <summary>It cannot stand there, or its key is another's; nothing was written.</summary>
    Refused,
}

/// <summary>How it went with one document, and what is missing.</summary>
/// <param name="Status">How it went.</param>
/// <param name="DocumentKey">The document.</param>
/// <param name="Position">The position at which readers see it; null when they see nothing new.</param>
/// <param name="Errors">The rules that are broken.</param>
public sealed record SourceResult(SourceStatus Status, Guid DocumentKey, ChangePosition? Position = null, ImmutableArray<ValidationError> Errors = default);

/// <summary>Writes what a source says into documents: each document in one transaction with its link, or not at all.</summary>
/// <remarks>
/// Readers see what the source says at once, also where an editor has a draft under way: the source's values go into what is published and into
/// the draft, and the draft stays a draft.
/// </remarks>
public sealed class SourceWriter
{
    private readonly ContentDatabase _database;
    private readonly ContentValidator _validator;

    internal SourceWriter(ContentDatabase database, ContentValidator validator) => (_database, _validator) = (database, validator);

    /// <summary>Creates or changes one document.</summary>
    public Task<SourceResult> WriteAsync(SourceWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return _database.WriteAsync(
            async session => await session.Context.Set<SourceLinkRow>().FindAsync([write.System, write.Id], cancellationToken) is { } link
                ? await ChangeAsync(session, write, link, cancellationToken)
                : await CreateAsync(session, write, cancellationToken),
            cancellationToken);
    }

    /// <summary>Puts some values into a document, whoever owns it: what another system knows of it for the moment, e.g. that it is sold out.</summary>
    /// <param name="documentKey">Which.</param>
    /// <param name="values">By alias.</param>
    /// <param name="comment">What the log of the document says, in Danish.</param>
    /// <param name="userKey">The other system's own user.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<SourceResult> AmendAsync(
        Guid documentKey, IReadOnlyDictionary<string, JsonElement> values, string comment, Guid? userKey, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            if (await Nodes.FindAsync(session, NodeKind.Document, documentKey, cancellationToken) is not { } row || session.Schema.FindType(row.ContentTypeKey) is not { } type)
            {
                return new SourceResult(SourceStatus.Deleted, documentKey);
            }

            if (row.Trashed)
            {
                return new SourceResult(SourceStatus.InTrash, documentKey);
            }

            NodeContent With(NodeContent content) => content with
            {
                Values = [.. content.Values.Where(value => !values.ContainsKey(value.Alias)), .. values.Select(value => new PropertyValue(value.Key, null, null, value.Value))],
            };
            var result = await WriteAsync(session, row, type, With, awaits: false, userKey, cancellationToken);
            if (result.Status == SourceStatus.Written)
            {
                session.Log(documentKey, userKey, AuditType.Save, comment);
            }

            return result;
        },
        cancellationToken);

    /// <summary>Gives a document to the editors: from now on the source says nothing about it.</summary>
    /// <param name="documentKey">Which.</param>
    /// <param name="without">Aliases of values that only told that it was locked; they are taken out.</param>
    /// <param name="userKey">Who takes it over.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>How it went; <see cref="SourceStatus.Deleted"/> when no source owns it.</returns>
    public Task<SourceResult> ReleaseAsync(Guid documentKey, IReadOnlyCollection<string> without, Guid? userKey, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            if (await session.Context.Set<SourceLinkRow>().SingleOrDefaultAsync(link => link.NodeKey == documentKey && !link.Released, cancellationToken) is not { } link)
            {
                return new SourceResult(SourceStatus.Deleted, documentKey);
            }

            (link.Released, link.Awaits) = (true, false);
            if (await Nodes.FindAsync(session, NodeKind.Document, documentKey, cancellationToken) is not { Trashed: false } row || session.Schema.FindType(row.ContentTypeKey) is not { } type)
            {
                return new SourceResult(SourceStatus.Written, documentKey);
            }

            NodeContent Without(NodeContent content) => content with { Values = [.. content.Values.Where(value => !without.Contains(value.Alias, StringComparer.OrdinalIgnoreCase))] };
            session.Log(documentKey, userKey, AuditType.Custom, "Frigjort fra kilden: alle felter kan rettes her");
            var result = await WriteAsync(session, row, type, Without, awaits: false, userKey, cancellationToken);

            // What is published already and breaks a rule is left as it is; it is theirs to mend.
            return result with { Status = SourceStatus.Written, Errors = default };
        },
        cancellationToken);

    private async Task<SourceResult> CreateAsync(WriteSession session, SourceWrite write, CancellationToken cancellationToken)
    {
        if (session.Schema.FindType(write.ContentTypeKey) is not { } type || await session.Context.Nodes.FindAsync([write.DocumentKey], cancellationToken) is not null)
        {
            return new(SourceStatus.Refused, write.DocumentKey);
        }

        var (status, parent) = await Nodes.PlaceAsync(session, type, write.ParentKey, cancellationToken);
        var typed = Merge(
            new NodeContent { Names = [new VariantName(null, write.Name)], Values = [.. write.Defaults.Select(value => new PropertyValue(value.Key, null, null, value.Value))] },
            write,
            gone: [],
            newly: write.Added);
        var (fits, content) = ContentRules.Fit(session.Schema, type, typed);
        if (status != EditingStatus.Success || fits != EditingStatus.Success)
        {
            return new(SourceStatus.Refused, write.DocumentKey);
        }

        content = await UniqueNames.MakeAsync(session, NodeKind.Document, write.ParentKey, write.DocumentKey, content, cancellationToken);
        var row = await NodeCreating.AddAsync(session, type, write.DocumentKey, parent, content, userKey: null, isExample: false, cancellationToken);
        session.Log(row.Key, null, AuditType.New, write.Comment);
        var result = write.Publish ? await PublishAsync(session, row, cancellationToken) : new SourceResult(SourceStatus.Written, row.Key);
        session.Context.Add(new SourceLinkRow
        {
            System = write.System,
            Id = write.Id,
            NodeKey = row.Key,
            Name = content.NameIn(null),
            Owned = SourceJson.Write(write.Owned),
            Added = SourceJson.Write(write.Added),
            Awaits = result.Status == SourceStatus.Incomplete,
            Released = false,
        });
        return result;
    }

    private async Task<SourceResult> ChangeAsync(WriteSession session, SourceWrite write, SourceLinkRow link, CancellationToken cancellationToken)
    {
        if (link.Released)
        {
            return new(SourceStatus.Released, link.NodeKey);
        }

        if (await Nodes.FindAsync(session, NodeKind.Document, link.NodeKey, cancellationToken) is not { } row || session.Schema.FindType(row.ContentTypeKey) is not { } type)
        {
            return new(SourceStatus.Deleted, link.NodeKey);
        }

        if (row.Trashed)
        {
            return new(SourceStatus.InTrash, link.NodeKey);
        }

        var known = SourceJson.Read(link);
        string[] gone = [.. known.Owned.Keys.Where(alias => !write.Owned.ContainsKey(alias))];
        var newly = write.Added.ToDictionary(
            entry => entry.Key, entry => entry.Value.RemoveRange(known.Added.TryGetValue(entry.Key, out var before) ? before : []), StringComparer.OrdinalIgnoreCase);
        NodeContent Said(NodeContent content)
        {
            var merged = Merge(content, write, gone, newly);
            return content.NameIn(null) == known.Name && write.Name != known.Name ? merged with { Names = [new VariantName(null, write.Name)] } : merged;
        }

        var result = await WriteAsync(session, row, type, Said, known.Awaits, userKey: null, cancellationToken);
        if (result.Status is SourceStatus.Written or SourceStatus.Incomplete)
        {
            var draft = await Nodes.DraftAsync(session, row, cancellationToken);
            link.Name = draft.NameIn(null);
            link.Owned = SourceJson.Write(write.Owned);
            link.Added = SourceJson.Write(write.Added);
            link.Awaits = result.Status == SourceStatus.Incomplete && known.Awaits;
            session.Log(row.Key, null, AuditType.Save, write.Comment);
        }

        return result;
    }

    // What readers see is changed and published first; then the draft is laid on top of it again, changed alike.
    private async Task<SourceResult> WriteAsync(
        WriteSession session, NodeRow row, ContentType type, Func<NodeContent, NodeContent> change, bool awaits, Guid? userKey, CancellationToken cancellationToken)
    {
        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        var visible = await Nodes.PublishedAsync(session, row.Key, cancellationToken) is { } published ? ContentJson.Read(published.Content) : null;
        var next = await FitAsync(session, row, type, change(draft), draft, cancellationToken);
        if (visible is null)
        {
            await NodeSaving.WriteAsync(session, row, next, userKey, cancellationToken);
            return awaits ? await PublishAsync(session, row, cancellationToken) : new(SourceStatus.Written, row.Key);
        }

        var shown = await FitAsync(session, row, type, change(visible), visible, cancellationToken);
        var errors = _validator.Validate(session.Schema, type, shown, []);
        if (!errors.IsEmpty)
        {
            return new(SourceStatus.Invalid, row.Key, Errors: errors);
        }

        var underWay = !ContentComparison.Same(draft, visible);
        if (!ContentComparison.Same(shown, visible))
        {
            await NodeSaving.WriteAsync(session, row, shown, userKey, cancellationToken);
            PublishedWriter.Publish(session, session.Schema, row, await Nodes.PublishedAsync(session, row.Key, cancellationToken), shown, type, []);
            await ReferenceTracker.UpdateAsync(session, row.Key, isNew: false, shown, shown, cancellationToken);
        }

        if (underWay)
        {
            await NodeSaving.WriteAsync(session, row, next, userKey, cancellationToken);
        }

        return new(SourceStatus.Written, row.Key, session.Position);
    }

    private async Task<SourceResult> PublishAsync(WriteSession session, NodeRow row, CancellationToken cancellationToken)
    {
        var result = await new PublishingRules(session, _validator).PublishAsync(row, [], pathIsPublished: false, cancellationToken);
        if (!result.Succeeded)
        {
            return new(SourceStatus.Incomplete, row.Key, Errors: result.Errors);
        }

        session.Log(row.Key, null, AuditType.Publish);
        return new(SourceStatus.Written, row.Key, result.Position);
    }

    private static async Task<NodeContent> FitAsync(
        WriteSession session, NodeRow row, ContentType type, NodeContent content, NodeContent before, CancellationToken cancellationToken)
    {
        var (status, fitted) = ContentRules.Fit(session.Schema, type, content);
        return status == EditingStatus.Success
            ? await UniqueNames.MakeAsync(session, NodeKind.Document, row.ParentKey, row.Key, fitted, cancellationToken, before)
            : throw new InvalidOperationException($"What the source says of {row.Key} does not fit its type: {status}");
    }

    private static NodeContent Merge(NodeContent content, SourceWrite write, IReadOnlyCollection<string> gone, IReadOnlyDictionary<string, ImmutableArray<Guid>> newly)
    {
        var values = content.Values
            .Where(value => !write.Owned.ContainsKey(value.Alias) && !gone.Contains(value.Alias, StringComparer.OrdinalIgnoreCase))
            .Concat(write.Owned.Select(value => new PropertyValue(value.Key, null, null, value.Value)))
            .ToList();
        foreach (var (alias, keys) in newly.Where(entry => !entry.Value.IsEmpty))
        {
            var picked = values.FirstOrDefault(value => string.Equals(value.Alias, alias, StringComparison.OrdinalIgnoreCase));
            JsonElement[] before = picked?.Value is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
            var missing = keys.Where(key => !before.Any(item => item.GetRawText().Contains(key.ToString(), StringComparison.OrdinalIgnoreCase)));
            values.RemoveAll(value => value == picked);
            values.Add(new PropertyValue(alias, null, null, JsonSerializer.SerializeToElement(
                before.Concat(missing.Select(key => JsonSerializer.SerializeToElement(new { type = "document", unique = key }))))));
        }

        return content with { Values = [.. values] };
    }
}
