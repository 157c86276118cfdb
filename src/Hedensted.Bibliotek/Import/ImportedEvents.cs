using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Import;

/// <summary>What DPL CMS calls the events that were fetched from it, so that whoever reads both sites sees each once.</summary>
public static class ImportedEvents
{
    /// <summary>The uuid that an event has in the source; null for one of our own.</summary>
    /// <remarks>The key of the document is made of it, so no text that somebody has written can take another event's place.</remarks>
    public static Guid? UuidOf(PublishedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Guid.TryParse(document.Text("sourceId"), out var uuid) && KeyOf(uuid) == document.Key ? uuid : null;
    }

    /// <summary>The document that an event of the source becomes, whether it has been fetched or not.</summary>
    public static Guid KeyOf(Guid uuid) => DplMapping.KeyOf(uuid);
}
