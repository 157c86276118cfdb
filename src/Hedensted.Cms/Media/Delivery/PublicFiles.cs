using Hedensted.Content.Published;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>Tells whether readers may fetch a file now.</summary>
internal sealed class PublicFiles(EditionSource editions, TimeProvider clock)
{
    private static readonly TimeSpan JustStored = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The address below <c>/media/</c> of the file that has taken the place of this one; null when there is none.</summary>
    public string? SuccessorOf(string relative) => editions.IsReady ? editions.Current.Projection<LiveFiles>().Successor(relative)?.Path : null;

    /// <summary>The point around which a file is cut for readers; what a page has chosen is served only while it is published.</summary>
    public FocalPoint FocusOf(LiveFile file, FocalPoint? wanted) => editions.Current.Projection<LiveFiles>().FocusOf(file, wanted);

    /// <summary>The part of a file that is served; what an editor has drawn counts only while it is published, so that nobody asks for cuts without end.</summary>
    public PictureCut? CutOf(LiveFile file, PictureCut? wanted) => editions.Current.Projection<LiveFiles>().CutOf(file, wanted);

    /// <summary>The file as the newest edition knows it; null when nothing that readers see points at it.</summary>
    /// <remarks>
    /// A page can ask for a picture in the moments between the save and the edition that has it, so for a file just stored the next
    /// editions are awaited. A file is never shown because it is new.
    /// </remarks>
    public async Task<LiveFile?> FindAsync(string relative, FileInfo file, CancellationToken cancellationToken)
    {
        if (!editions.IsReady)
        {
            return null;
        }

        var edition = editions.Current;
        if (edition.Projection<LiveFiles>().Find(relative) is { } live)
        {
            return live;
        }

        if ((clock.GetUtcNow() - file.LastWriteTimeUtc).Duration() > JustStored)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                edition = await editions.WaitForNextAsync(edition.Position, patience.Token);
                if (edition.Projection<LiveFiles>().Find(relative) is { } arrived)
                {
                    return arrived;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
