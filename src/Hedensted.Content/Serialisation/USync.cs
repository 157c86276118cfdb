using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;
using Hedensted.Content.Serialisation.Writing;

namespace Hedensted.Content.Serialisation;

/// <summary>The site as uSync v18 files: what an import would change, the import, the export.</summary>
/// <remarks>One at a time: an export never sees half an import, nor the files half of an export.</remarks>
public sealed class USync : IDisposable
{
    private readonly SiteStore _store;
    private readonly USyncFolder _folder;
    private readonly ContentValidator _validator;
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal USync(SiteStore store, USyncFolder folder, ContentValidator validator) => (_store, _folder, _validator) = (store, folder, validator);

    /// <summary>The folder used when none is named.</summary>
    public string DefaultFolder => _folder.Find();

    /// <summary>What an import of this folder (null: the site's own) would do.</summary>
    public async Task<USyncPlan> PlanAsync(string? folder, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ComparedAsync(folder, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does exactly what <see cref="PlanAsync"/> says, in one transaction; with problems nothing.</summary>
    public async Task<USyncImport> ImportAsync(string? folder, Guid? userKey, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var plan = await ComparedAsync(folder, cancellationToken);
            ChangePosition? position = plan.CanImport && !plan.NothingToDo
                ? await _store.ApplyAsync(plan.Changes, userKey, cancellationToken)
                : null;
            return new USyncImport(plan, position);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the whole site to this folder (null: its own); a file of a thing that is gone becomes a mark that it was deleted.</summary>
    public async Task<USyncExport> ExportAsync(string? folder, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var site = await _store.ReadAsync(cancellationToken);
            return Export(site, _folder.Find(folder));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>The pure part of an export.</summary>
    internal static USyncExport Export(SiteState site, string folder)
    {
        var files = SiteWriter.Write(site);
        var known = files.Select(file => (file.Kind, file.Key)).ToHashSet();
        var index = new SiteIndex(site);
        known.UnionWith(site.Nodes.Where(index.IsExample).Select(node => (node.Kind == NodeKind.Media ? USyncKind.Media : USyncKind.Content, node.Key)));
        return Write(folder, files, gone: item => !known.Contains((item.Kind, item.Key)));
    }

    /// <summary>What changed between two states of the site, written to the folder; files of nothing else are touched.</summary>
    internal async Task<USyncExport> ExportChangesAsync(ExportedSite before, ExportedSite now, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Write(_folder.Find(), now.ChangedSince(before), gone: item => now.IsGone(before, (item.Kind, item.Key)));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static USyncExport Write(string folder, IReadOnlyList<SiteFile> files, Func<ConfigFile, bool> gone)
    {
        var existing = FolderReader.Read(folder);
        var problems = existing.Problems
            .Concat(existing.Items.Where(item => item.IsShared).DistinctBy(item => item.File).Select(item =>
                new USyncProblem(item.File, "Filen samler flere ting og kan ikke skrives enkeltvis.", "Eksportér til en tom mappe i stedet.")))
            .ToImmutableArray();
        if (!problems.IsEmpty)
        {
            return new USyncExport(folder, [], 0, problems);
        }

        var writer = new FolderWriter(folder, existing);
        writer.WriteMarker();
        foreach (var file in files)
        {
            writer.Write(file);
        }

        foreach (var item in writer.Live.Where(gone))
        {
            writer.Delete(item);
        }

        return new USyncExport(folder, [.. writer.Written], files.Count, []);
    }

    private async Task<USyncPlan> ComparedAsync(string? folder, CancellationToken cancellationToken)
    {
        var live = await _store.ReadAsync(cancellationToken);
        return Planner.Plan(SiteReader.Read(_folder.Find(folder), live), live, _validator);
    }
}
