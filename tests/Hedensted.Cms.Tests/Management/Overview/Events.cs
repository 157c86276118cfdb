using Hedensted.Bibliotek;
using Hedensted.Content.Changes;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>Events of the library's own type, as editors write them.</summary>
internal static class Events
{
    private static readonly Guid Focus = StartingSite.JoyOfReading;

    /// <summary>A draft.</summary>
    public static async Task<Guid> DraftAsync(this Editor editor, string title, string start, string end, Guid place, params (string Alias, object? Value)[] more) =>
        await editor.CreateAsync(await editor.EventTypeAsync(), title, StartingSite.Events, Values(title, start, end, place, more));

    /// <summary>A published event, and where readers see it.</summary>
    public static async Task<(Guid Id, ChangePosition Position)> PublishedAsync(
        this Editor editor, string title, string start, string end, Guid place, params (string Alias, object? Value)[] more) =>
        await editor.CreateAndPublishAsync(await editor.EventTypeAsync(), title, StartingSite.Events, Values(title, start, end, place, more));

    /// <summary>A wall time as the date picker writes it.</summary>
    public static object At(string local) => new { date = $"{local}:00", timeZone = (string?)null };

    private static (string Alias, object? Value)[] Values(string title, string start, string end, Guid place, (string Alias, object? Value)[] more) =>
    [
        ("title", title),
        ("teaser", "En prøve."),
        ("startsAt", At(start)),
        ("endsAt", At(end)),
        ("place", place.ToString()),
        ("focusAreas", new[] { new { type = "document", unique = Focus } }),
        ("audiences", new[] { "Voksne" }),
        ("listed", true),
        .. more,
    ];
}
